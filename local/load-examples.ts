import * as z from 'zod';
import { addDays, type Instant, type LocalDate, startOfDay } from '#language/time.ts';
import { addWorkingDays, isWorkingDay } from '#language/working-days.ts';
import type { Scenario } from '../examples/step.ts';
import { readIfThere, writeWhole } from './data-folder.ts';
import { defaultOrganisation } from './local-person.ts';
import { playScenario } from './play-scenario.ts';
import { showProgress } from './progress.ts';
import type { Tracker } from './tracker.ts';

const Loaded = z.object({ programmes: z.array(z.string()) });

/** Five past eight in London, on a day on which its clocks do not change. */
const morningOf = (day: LocalDate): Instant =>
  new Date(Date.parse(startOfDay(day)) + (8 * 60 + 5) * 60_000).toISOString();

const loadedIn = (file: string): readonly string[] => {
  const text = readIfThere(file);
  return text === undefined ? [] : Loaded.parse(JSON.parse(text)).programmes;
};

/** Each working day of a sample programme the messages and events of the morning are made, as the schedule makes them. */
class Mornings {
  readonly #tracker: Tracker;
  readonly #from: LocalDate;
  #last: LocalDate | undefined;

  constructor(tracker: Tracker, from: LocalDate) {
    this.#tracker = tracker;
    this.#from = from;
  }

  /** Those up to a day whose steps are still to be taken. */
  async upTo(day: LocalDate): Promise<void> {
    for (let on = this.#last === undefined ? this.#from : addDays(this.#last, 1); on <= day; on = addDays(on, 1))
      if (on >= this.#from && isWorkingDay(on)) await this.#tracker.sweepMessages(morningOf(on));
    this.#last = day;
  }

  async afterLast(): Promise<void> {
    if (this.#last !== undefined) await this.upTo(addWorkingDays(this.#last, 1));
  }
}

/**
 * Records a sample programme in a running tracker through its API, as any user would, by a clock that stands on the day of each step.
 * @throws Error with a sentence at the first step that is refused.
 */
export const recordScenario = async (
  tracker: Tracker,
  scenario: Scenario,
  onProgress = showProgress(`Recording ${scenario.name}`, process.stdout),
  messagesFrom = scenario.messagesFrom,
): Promise<void> => {
  const { origin, clock, close } = await tracker.openScenarioDoor();
  const mornings = messagesFrom === undefined ? undefined : new Mornings(tracker, messagesFrom);
  try {
    await playScenario({
      origin,
      setClock: (day) => clock.setTo(day),
      onDay: async (day) => mornings?.upTo(day),
      tokenFor: ({ role, subject, name }) =>
        tracker.tokenFor({ roles: [role], subject, name, organisation: defaultOrganisation }),
      scenario,
      onProgress,
    });
    await mornings?.afterLast();
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
