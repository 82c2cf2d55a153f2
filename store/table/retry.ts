/**
 * Tries until something comes of it, so many times; undefined where nothing did. Those who were in each other's way wait for
 * a random part of `waitMilliseconds` before each further try, so that they do not meet again.
 */
export const retry = async <T>(
  attempts: number,
  once: (attempt: number) => Promise<T | undefined>,
  waitMilliseconds: (attempt: number) => number,
): Promise<T | undefined> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * waitMilliseconds(attempt - 1)));
    const outcome = await once(attempt);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
};
