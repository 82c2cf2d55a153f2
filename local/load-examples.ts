import * as z from 'zod';
import type { Scenario } from '../examples/step.ts';
import { readIfThere, writeWhole } from './data-folder.ts';
import { defaultOrganisation } from './local-person.ts';
import { playScenario } from './play-scenario.ts';
import { showProgress } from './progress.ts';
import type { Tracker } from './tracker.ts';

const Loaded = z.object({ programmes: z.array(z.string()) });

const loadedIn = (file: string): readonly string[] => {
  const text = readIfThere(file);
  return text === undefined ? [] : Loaded.parse(JSON.parse(text)).programmes;
};

/**
 * Records a sample programme in a running tracker through its API, as any user would, by a clock that stands on the day of each step.
 * @throws Error with a sentence at the first step that is refused.
 */
export const recordScenario = async (
  tracker: Tracker,
  scenario: Scenario,
  onProgress = showProgress(`Recording ${scenario.name}`, process.stdout),
): Promise<void> => {
  const { origin, clock, close } = await tracker.openScenarioDoor();
  try {
    await playScenario({
      origin,
      setClock: (day) => clock.setTo(day),
      tokenFor: ({ role, subject, name }) =>
        tracker.tokenFor({ roles: [role], subject, name, organisation: defaultOrganisation }),
      scenario,
      onProgress,
    });
  } finally {
    await close();
  }
};

/**
 * Records the sample programmes in a running tracker and rolls their months up; a programme that this data folder has already is left alone.
 *
 * @throws Error with a sentence at the first step that is refused; started again it goes on where it was.
 */
export const loadExamples = async (
  tracker: Tracker,
  scenarios: readonly Scenario[],
  onLoaded: (scenario: Scenario) => void,
): Promise<void> => {
  const { loadedFile } = tracker.folder;
  for (const scenario of scenarios) {
    const loaded = loadedIn(loadedFile);
    if (loaded.includes(scenario.programme)) continue;
    await recordScenario(tracker, scenario);
    writeWhole(loadedFile, `${JSON.stringify({ programmes: [...loaded, scenario.programme] })}\n`);
    onLoaded(scenario);
  }
};
