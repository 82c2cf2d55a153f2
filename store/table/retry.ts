/*
 * The one home of trying again: how often, and how long writers who met wait before they do.
 */

/** Writers who met are spread over a time that doubles with each try, and never waits longer than two seconds. */
const jitterMilliseconds = (attempt: number, spanMilliseconds: number): number =>
  Math.random() * Math.min(2_000, spanMilliseconds * 2 ** attempt);

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface Retries {
  readonly tries: number;
  /** The least time over which the first try's writers are spread; a try that takes longer spreads them over its own. */
  readonly leastSpanMilliseconds: number;
}
const fiveTries: Retries = { tries: 5, leastSpanMilliseconds: 15 };

/**
 * Does something until it settles (any answer but undefined), with a wait between the tries; undefined where it never did.
 */
export const retry = async <T>(
  once: () => Promise<T | undefined>,
  { tries, leastSpanMilliseconds } = fiveTries,
): Promise<T | undefined> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const startedAt = performance.now();
    const settled = await once();
    if (settled !== undefined) return settled;
    if (attempt + 1 < tries)
      await wait(jitterMilliseconds(attempt, Math.max(leastSpanMilliseconds, performance.now() - startedAt)));
  }
  return undefined;
};
