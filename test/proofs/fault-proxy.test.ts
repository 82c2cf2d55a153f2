import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../support/patient-client.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { openingOf, openProgramme } from './answer-lost.ts';
import { fireDue, tellMonthly } from './monthly-programme.ts';
import { readChain } from './stored-chains.ts';

let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses({ seed: 20_140_601, processes: 2 });
  await openProgramme(tracker, 'hung');
});
afterAll(() => tracker.stop());

const once = { attempts: 1, pauseMilliseconds: 0 };

it('a call that hangs longer than anybody waits is made again, and what it told is told once', async () => {
  tracker.proxy.meet(['hang-before', 'hang-after', 'done-late']);
  const reviews = ['one', 'two', 'three'];
  const recorded = await Promise.all(
    reviews.map((review, slot) => ask(tracker.pool, slot, openingOf('hung', review, null), once)),
  );
  expect(recorded.map((one) => [one.status, one.text])).toEqual(recorded.map((one) => [201, one.text]));
  expect(tracker.proxy.faults()).toEqual({ 'hang-before': 1, 'hang-after': 1, 'done-late': 1 });
  for (const review of reviews) {
    const { chain } = await readChain(tracker.table, { organisation: 'council', programme: 'hung', review });
    expect(chain.events.length).toBe(1);
  }
});

it('a change whose answer was lost, and that a conflict then seemed to stop, is not refused as though somebody else had told it', async () => {
  tracker.proxy.meet(['reset-after', 'conflict']);
  const told = await ask(tracker.pool, 0, openingOf('hung', 'four', null), once);
  expect([told.status, told.text]).toEqual([201, told.text]);
  expect(tracker.proxy.faults()).toMatchObject({ 'reset-after': 1, conflict: 1 });
});

it('an index that lags behind hides a report that is due until the schedule is fired again, and shows none twice', async () => {
  await tellMonthly(tracker, 'lagging');
  tracker.proxy.inject(0, 1);
  expect(await fireDue(tracker, '2025-02-06')).toBe(0);
  expect(tracker.proxy.faults()['stale-index']).toBeGreaterThan(0);
  tracker.proxy.inject(0);
  expect(await fireDue(tracker, '2025-02-06')).toBe(1);
});
