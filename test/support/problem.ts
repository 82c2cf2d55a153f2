import { expect } from 'vitest';
import { type Fault, problems } from '#schemas/problems.ts';
import { nothingStored } from './chain.ts';
import type { TestTracker, Told } from './tracker.ts';

/** What no programme officer should have to read. */
const jargon =
  /\b(?:invalid|expected|received|unrecognized|zod|undefined|NaN|regex|pattern|string|boolean|array|integer|keys?|schema|does not fit|object Object)\b/i;

/** Sends a request that must be refused by exactly one whole problem, its faults in plain English, and store nothing. */
export const problem = async (
  tracker: TestTracker,
  send: () => Promise<Told>,
): Promise<Told & { faults: readonly Fault[] }> => {
  const told = await nothingStored(tracker, send);
  expectProblem(told);
  return { ...told, faults: told.body.faults ?? [] };
};

/** One whole problem (RFC 9457) whose faults have a JSON pointer and say what must be different. */
export const expectProblem = (told: Told): void => {
  const { body } = told;
  expect({ type: told.headers['content-type'], body }).toMatchObject({ type: 'application/problem+json' });
  const known = Object.entries(problems).find(([code]) => code === body.code);
  expect(body).toMatchObject({
    type: `urn:transformation-tracker:problem:${known?.[0]}`,
    title: known?.[1].title,
    status: known?.[1].status,
    detail: expect.stringMatching(/\S/),
  });
  expect(told.status).toBe(body.status);
  const faults: readonly Fault[] = body.faults ?? [];
  for (const fault of faults) {
    expect(fault.message).toMatch(/^(?:must|is|names)\b/);
    expect(fault.message.replaceAll(/"[^"]*"/g, '')).not.toMatch(jargon);
    expect(fault.pointer).toMatch(/^(?:\/.*)?$/s);
  }
};
