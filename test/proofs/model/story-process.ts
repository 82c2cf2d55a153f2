import { startTrackerInOneProcess } from '../../support/tracker-in-one-process.ts';
import { Tell, type Told } from './story.ts';
import { playScenario } from './tell-story.ts';

/* A process of its own with a tracker of its own, which tells stories one after the other. It ends with its parent. */

const tracker = await startTrackerInOneProcess();
const say = (told: Told): void => {
  process.send?.(told);
};
process.once('disconnect', async () => {
  await tracker.stop();
  process.exit();
});
process.on('message', async (message: unknown) => {
  const { seed, commands } = Tell.parse(message);
  try {
    say({ kind: 'told', scenario: await playScenario(tracker, seed, commands, `model-${seed}`) });
  } catch (fault) {
    say({ kind: 'failed', message: `story ${seed}: ${fault instanceof Error ? fault.stack : String(fault)}` });
  }
});
say({ kind: 'ready' });
