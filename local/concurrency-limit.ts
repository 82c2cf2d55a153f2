/** A limit on how many tasks run at once; later ones wait for a turn, first come, first served. */
export interface ConcurrencyLimit {
  /** Whether a turn came within that time; if so, `give` must be called when the task ends. */
  take(patienceMilliseconds: number): Promise<boolean>;
  give(): void;
}

export const concurrencyLimit = (most: number): ConcurrencyLimit => {
  let taken = 0;
  const waiting = new Set<() => void>();
  return {
    take: (patienceMilliseconds) => {
      if (taken < most) {
        taken += 1;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const expired = setTimeout(() => {
          waiting.delete(begin);
          resolve(false);
        }, patienceMilliseconds);
        const begin = (): void => {
          clearTimeout(expired);
          resolve(true);
        };
        waiting.add(begin);
      });
    },
    give: () => {
      const [next] = waiting;
      if (next === undefined) {
        taken -= 1;
        return;
      }
      waiting.delete(next);
      next();
    },
  };
};
