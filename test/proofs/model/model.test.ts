import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTrackerInOneProcess, type TrackerInOneProcess } from '../../support/tracker-in-one-process.ts';
import { modelRuns } from './model-runs.ts';
import { playScenario } from './tell-story.ts';

let tracker: TrackerInOneProcess;
beforeAll(async () => {
  tracker = await startTrackerInOneProcess();
});
afterAll(() => tracker.stop());

it('a thousand commands by chance, some at the same moment, are answered as the model answers them', async () => {
  const runs = await modelRuns({
    commands: 1_000,
    seed: 2_014,
    personas: [(seed, commands) => playScenario(tracker, seed, commands, `model-${seed}`)],
  });
  expect(runs.divergences).toEqual([]);
  expect(runs.commands).toBeGreaterThanOrEqual(1_000);
  expect(runs.concurrent).toBeGreaterThan(100);
  expect(runs.reports).toBeGreaterThan(10);
}, 300_000);

// Stories that the tracker and the model once told differently; each is a case in mended-by-the-model.test.ts.
it.each([
  [9, 'a confirmed return is corrected'],
  [13, 'a confirmed return is corrected'],
  [19, 'a confirmed return is corrected'],
  [100_967, 'a review stands at a stage that the programme had not yet'],
])('story %i, in which %s, is told alike', async (seed) => {
  const scenario = await playScenario(tracker, seed, 80, `once-different-${seed}`);
  expect(scenario.divergence).toBeNull();
  expect(scenario.commands).toBeGreaterThanOrEqual(80);
});
