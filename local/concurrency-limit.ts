/** Lets only so many do something at once; whoever comes later waits for a turn, in the order of coming. */
export interface ConcurrencyLimit {
  /** Whether a turn was had within that time. Whoever had one gives it back. */
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
        const hadEnough = setTimeout(() => {
          waiting.delete(begin);
          resolve(false);
        }, patienceMilliseconds);
        const begin = (): void => {
          clearTimeout(hadEnough);
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
