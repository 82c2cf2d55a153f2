import type { Divergence, Teller } from './story.ts';

/** What many stories came to. */
export interface ModelRuns {
  readonly commands: number;
  /** Those of the commands that were under way together with others. */
  readonly concurrent: number;
  readonly stories: number;
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
  readonly tellers: readonly Teller[];
}): Promise<ModelRuns> => {
  const totals = { commands: 0, concurrent: 0, stories: 0, reports: 0 };
  const answers: Record<string, number> = {};
  const divergences: Divergence[] = [];
  let [begun, left] = [0, given.commands];
  const tellOn = async (tell: Teller): Promise<void> => {
    while (left > 0) {
      const commands = Math.min(commandsPerStory, left);
      const seed = given.seed + begun;
      begun += 1;
      left -= commands;
      const story = await tell(seed, commands);
      totals.stories += 1;
      totals.commands += story.commands;
      totals.concurrent += story.concurrent;
      totals.reports += story.reports;
      for (const [name, count] of Object.entries(story.answers)) answers[name] = (answers[name] ?? 0) + count;
      if (story.divergence !== null) divergences.push(story.divergence);
    }
  };
  await Promise.all(given.tellers.map(tellOn));
  return { ...totals, answers, divergences };
};
