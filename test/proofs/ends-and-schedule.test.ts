import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { crashRollUps } from './crashed-roll-ups.ts';
import { sendAgain } from './idempotency.ts';
import { killWhileWriting } from './kills.ts';
import { lossesOf } from './parts.ts';
import { fireSchedule } from './schedule.ts';
import { runOutOfTime } from './timed-out-roll-ups.ts';

vi.setConfig({ testTimeout: 180_000 });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses({ seed: 20_140_531, processes: 2 });
});
afterAll(() => tracker.stop());

it('the same request sent again is told once: ten at a time, after a restart, after a kill, with another body', async () => {
  const told = await sendAgain(tracker, 3);
  expect(told.losses).toEqual([]);
  expect(told).toMatchObject({ duplicates: 0, otherBodies: 3, killsBetweenCommitAndAnswer: 1, engineRestarts: 1 });
  expect(told.retried).toBeGreaterThanOrEqual(33);
});

it('nothing that was acknowledged is lost when engine and functions are killed while others write', async () => {
  const { engineKills, functionKills, recorded, findings } = await killWhileWriting(tracker, 2, {
    writers: 3,
    rounds: 1,
    acts: 8,
  });
  expect(engineKills + functionKills).toBe(2);
  expect(lossesOf(findings, recorded)).toEqual([]);
  expect(recorded.filter((one) => one.outcome === 'acknowledged').length).toBeGreaterThan(15);
});

it('a roll-up that crashes between its writes publishes one whole report, the same as without a crash', async () => {
  const { crashes, losses } = await crashRollUps(tracker, ['function'], 1);
  expect(losses).toEqual([]);
  expect(crashes).toBeGreaterThanOrEqual(3);
});

it('the schedule fired more than once, late and out of order makes one report a month', async () => {
  const { reports, losses } = await fireSchedule(tracker, 2);
  expect(losses).toEqual([]);
  expect(reports).toBe(2);
});

it('a roll-up that is out of time part way, three times, makes one whole report in the end, the same to the last byte', async () => {
  const { outOfTime, deliveries, losses } = await runOutOfTime(tracker, 12);
  expect(losses).toEqual([]);
  expect(outOfTime.length).toBe(3);
  expect(deliveries).toBe(5);
});
