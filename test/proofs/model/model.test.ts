// @module-tag long
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestTracker, type TestTracker } from '../../support/tracker.ts';
import { amount, counted, holds, isLong, replay, sum, timeLimitMilliseconds } from '../running.ts';
import { newModel } from './commands.ts';
import { commands } from './drawn-commands.ts';
import { openProgramme } from './real.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

it('whatever is asked, some of it at the same moment, is answered as a plain model in memory answers it', async (context) => {
  const counts: Record<string, number> = {};
  let stories = 0;
  const story = fc.commands(commands, { maxCommands: 60, size: 'max', ...replay });
  const property = fc.asyncProperty(story, async (asked) => {
    stories += 1;
    const real = { tracker, programmeId: `story-${stories}` };
    await openProgramme(real);
    await fc.asyncModelRun(() => ({ model: newModel(counts), real }), asked);
  });
  await holds(property, amount(15, 2_500, 5));
  const commandsRun = sum(Object.values(counts));
  counted(context, {
    stories,
    commands: commandsRun,
    ...pick(counts, ['reports', 'at the same moment', 'sent again']),
  });
  const met = ['put 201', 'put 412', 'correct 200', 'sent again', 'reports', 'read by two times', 'at the same moment'];
  const metInTime = ['put 409', 'strike-out 200', 'key for another body', 'restated'];
  const missing = [...met, ...(isLong ? metInTime : [])].filter((what) => counts[what] === undefined);
  expect(missing).toEqual([]);
});

const pick = (counts: Readonly<Record<string, number>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, counts[name] ?? 0]));
