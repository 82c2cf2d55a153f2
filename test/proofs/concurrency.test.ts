// @module-tag long
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { countsOf, findingsOfWriters } from './history/findings-of-writers.ts';
import { recountFaults } from './history/read-chains.ts';
import type { Recorded } from './history/recorded.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';
import { letWrite, scripts } from './writers.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(amount(2, 4));
});
afterAll(() => tracker.stop());

it('many writers through several processes at one review lose nothing of each other', async (context) => {
  const recorded: Recorded[] = [];
  let rounds = 0;
  const property = fc.asyncProperty(scripts(8, amount(8, 20)), async (given) => {
    rounds += 1;
    const written = await letWrite(tracker, { programme: `round-${rounds}`, scripts: given });
    recorded.push(...written.recorded);
    expect(await findingsOfWriters(tracker.client(0), written)).toEqual([]);
  });
  await holds(property, amount(8, 400, 3));
  expect(await recountFaults(tracker.table)).toEqual([]);
  const counts = countsOf(recorded);
  counted(context, counts);
  expect(counts['writes acknowledged']).toBeGreaterThan(amount(60, 10_000, 20));
  expect(counts['refused 412 or 409']).toBeGreaterThan(0);
});
