import type { Divergence, Persona } from './story.ts';

/** What many stories came to. */
export interface ModelRuns {
  readonly commands: number;
  /** Those of the commands that were under way together with others. */
  readonly concurrent: number;
  readonly scenarios: number;
  readonly reports: number;
  /** How often each act was answered with each status: `put 201`. */
  readonly answers: Readonly<Record<string, number>>;
  readonly divergences: readonly Divergence[];
}

const commandsPerStory = 80;

/** Has stories of so many commands in all told, from a seed on, by tellers each of which takes the next when it is done. */
export const modelRuns = async (given: {
  readonly commands: number;
  readonly seed: number;
  readonly personas: readonly Persona[];
}): Promise<ModelRuns> => {
  const totals = { commands: 0, concurrent: 0, scenarios: 0, reports: 0 };
  const answers: Record<string, number> = {};
  const divergences: Divergence[] = [];
  let [begun, left] = [0, given.commands];
  const tellOn = async (recordChange: Persona): Promise<void> => {
    while (left > 0) {
      const commands = Math.min(commandsPerStory, left);
      const seed = given.seed + begun;
      begun += 1;
      left -= commands;
      const scenario = await recordChange(seed, commands);
      totals.scenarios += 1;
      totals.commands += scenario.commands;
      totals.concurrent += scenario.concurrent;
      totals.reports += scenario.reports;
      for (const [name, count] of Object.entries(scenario.answers)) answers[name] = (answers[name] ?? 0) + count;
      if (scenario.divergence !== null) divergences.push(scenario.divergence);
    }
  };
  await Promise.all(given.personas.map(tellOn));
  return { ...totals, answers, divergences };
};
