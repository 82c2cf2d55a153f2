import type { Api, ProblemAnswer, Sending } from './question.ts';

const isThereAlready = ({ code }: ProblemAnswer): boolean =>
  code === 'version.exists' || code === 'idempotency.key-reused';

/** Sends round after round up to the first with a refusal, which it answers; sent again, what was recorded before it stays. */
export const sendAll = async (
  rounds: readonly (readonly Sending[])[],
  api: Api,
  key: string,
): Promise<ProblemAnswer | undefined> => {
  for (const [round, sendings] of rounds.entries()) {
    const outcomes = await Promise.all(sendings.map((sending, n) => api.send(sending, `${key}-${round}-${n}`)));
    const refusals = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.problem] : []));
    const [refused] = refusals.filter((problem) => !isThereAlready(problem));
    if (refused !== undefined) return refused;
  }
  return undefined;
};
