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
 * Records the sample programmes in a running tracker through its API, as any user would, and rolls their months up; a
 * programme that this data folder has already is left alone.
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
    await playScenario({
      origin: tracker.origin,
      tokenFor: ({ role, subject, name }) =>
        tracker.tokenFor({ roles: [role], subject, name, organisation: defaultOrganisation }),
      scenario,
      onProgress: showProgress(`Recording ${scenario.name}`, process.stdout),
    });
    writeWhole(loadedFile, `${JSON.stringify({ programmes: [...loaded, scenario.programme] })}\n`);
    onLoaded(scenario);
  }
};
