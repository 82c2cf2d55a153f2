import { setTimeout as pause } from 'node:timers/promises';

/*
 * The one home of trying again: how often, and how long writers who met wait before they do.
 */

/** Never waits longer than two seconds. */
const longestMilliseconds = 2_000;

export interface Retries {
  readonly tries: number;
  /** The least time over which the first try's writers are spread; a try that takes longer spreads them over its own. It doubles with each try. */
  readonly leastSpanMilliseconds: number;
  /** `full`: those who met are spread over the time; `none`: the whole of it is waited, where nobody was met. */
  readonly jitter: 'full' | 'none';
  /** How often the span doubles; with each try unless said. */
  readonly doublings?: number;
}
export const fiveTries: Retries = { tries: 5, leastSpanMilliseconds: 15, jitter: 'full' };

/**
 * For a chain, of which one of those who write at once is first: tried as often as a request's deadline allows. The span ends at
 * sixteen times what a try takes, where so many writers seldom meet; a longer one would let those go first who came last.
 */
export const ofChain: Retries = { tries: 40, leastSpanMilliseconds: 15, jitter: 'full', doublings: 4 };

/**
 * For what the store leaves of a batch: a partition that is throttled needs seconds. Some two and a half of them on average.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html#Programming.Errors.BatchOperations
 */
export const ofUnprocessed: Retries = { tries: 8, leastSpanMilliseconds: 50, jitter: 'full' };

/**
 * Does something until it settles (any answer but undefined), with a wait between the tries; undefined where it never did.
 *
 * @throws Error named AbortError where the deadline comes first
 */
export const retry = async <T>(
  once: () => Promise<T | undefined>,
  { tries, leastSpanMilliseconds, jitter, doublings = tries }: Retries,
  deadline?: AbortSignal,
): Promise<T | undefined> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const startedAt = performance.now();
    const settled = await once();
    if (settled !== undefined) return settled;
    if (attempt + 1 === tries) break;
    const took = jitter === 'full' ? performance.now() - startedAt : 0;
    const span = Math.min(
      longestMilliseconds,
      Math.max(leastSpanMilliseconds, took) * 2 ** Math.min(attempt, doublings),
    );
    await pause(
      jitter === 'full' ? Math.random() * span : span,
      undefined,
      deadline === undefined ? {} : { signal: deadline },
    );
  }
  return undefined;
};
