import type { Amounts } from './amounts.ts';
import { gapsOf, type Part } from './figures.ts';
import { modelRuns } from './model/model-runs.ts';
import { withTellers } from './model/story-processes.ts';
import { timed } from './parts.ts';
import { tamperingRuns } from './tampering/tampering-runs.ts';

export const proveTamperings = (seed: number, amounts: Amounts): Promise<Part> =>
  timed(
    'Tamperings',
    'anchored history changed at random, its traces covered; each export checked by its anchor',
    () => {
      const tally = tamperingRuns(amounts.tamperings, seed);
      return Promise.resolve({
        figures: { tamperings: tally.runs },
        counts: {
          tamperings: tally.runs,
          found: tally.found,
          'kinds of them': Object.keys(tally.byDeed).length,
          'shown by the anchor alone': tally.shownByTheAnchorAlone,
          'checks of untouched exports': tally.untampered,
          'false alarms': tally.falseAlarms.length,
        },
        losses: [
          ...tally.missed.map((one) => `not found: ${one}`),
          ...tally.falseAlarms.map((one) => `false alarm: ${one}`),
          ...gapsOf({ tamperings: [tally.runs, amounts.tamperings] }),
        ],
      });
    },
  );

/** One for each of two cores. */
const storyProcesses = 2;

export const proveModel = (seed: number, amounts: Amounts): Promise<Part> =>
  timed('Model', 'commands by chance, some at the same moment, answered as a plain model in memory answers them', () =>
    withTellers(storyProcesses, async (personas) => {
      const runs = await modelRuns({ commands: amounts.modelCommands, seed, personas });
      return {
        figures: { operations: runs.commands, 'model commands': runs.commands },
        counts: {
          'model commands': runs.commands,
          'at the same moment': runs.concurrent,
          scenarios: runs.scenarios,
          reports: runs.reports,
          'kinds of answers': Object.keys(runs.answers).length,
          divergences: runs.divergences.length,
        },
        losses: [
          ...runs.divergences.map(
            (one) => `story ${one.seed}, command ${one.command}: ${one.differences.slice(0, 3).join('; ')}`,
          ),
          ...gapsOf({ 'model commands': [runs.commands, amounts.modelCommands] }),
        ],
      };
    }),
  );
