import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { operationById } from '#schemas/operations.ts';
import { exampleBodyOf } from '../support/examples.ts';
import { create, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* The metric of changes recorded counts what was committed, once (docs/adr/0052-what-is-counted.md). */

let tracker: TestTracker;
beforeAll(async () => {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await tracker.stop();
});

/** How many changes the lines count that are written while something is asked. */
const countedIn = async (ask: () => Promise<unknown>): Promise<number> => {
  const lines: string[] = [];
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  await ask();
  written.mockRestore();
  return lines
    .join('')
    .split('\n')
    .filter((line) => line.includes('CloudWatchMetrics'))
    .reduce((sum, line) => sum + (JSON.parse(line).ChangesRecorded ?? 0), 0);
};

it('counts a change that was recorded, and neither the same sent again, one that changes nothing, nor a refusal (putMilestone)', async () => {
  const body = exampleBodyOf(operationById('putMilestone'));
  const put = (headers: Record<string, string>) => () =>
    tracker.ask('putMilestone', { params: of('property', 'lease'), body, headers });
  const once = { ...create, 'idempotency-key': 'once' };
  expect(await countedIn(put(once))).toBe(1);
  expect(await countedIn(put(once))).toBe(0);
  expect(await countedIn(put({ 'if-match': '"1"' }))).toBe(0);
  expect(await countedIn(put(create))).toBe(0);
});

it('counts a change of the register of people, and not that somebody asks who they are (putPerson, getMe)', async () => {
  const params = { personId: 'dilys' };
  const put = () =>
    tracker.ask('putPerson', { as: people.office, params, body: { name: 'Dilys Dale' }, headers: create });
  expect(await countedIn(put)).toBe(1);
  expect(await countedIn(() => tracker.must('getMe'))).toBe(0);
});
