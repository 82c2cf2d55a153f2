/** The median of some figures, and the middle half of them. */
export interface Spread {
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

/** A line of the table. Times are only given as ratios (`x`) of paired, interleaved runs, or as the processor's (`us`). */
export interface Timing {
  readonly what: string;
  readonly spread: Spread;
  readonly unit: 'x' | 'us';
}

/** The value below which the part `at` (0 to 1) of the values lies. */
const quantile = (values: readonly number[], at: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
};

export const spreadOf = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  from: quantile(values, 0.25),
  to: quantile(values, 0.75),
});

/** One call; `n` counts the calls from 0, those that warm up included. */
type Act = (n: number) => Promise<unknown>;

interface Terms {
  readonly pairs: number;
  /** Calls of each side in a pair; the pair's ratio is that of their medians. */
  readonly calls: number;
  /** Calls under way at once. */
  readonly callers: number;
  readonly warmUp: number;
}

const millisecondsOf = async (act: Act, n: number): Promise<number> => {
  const start = performance.now();
  await act(n);
  return performance.now() - start;
};

/** The median time of `calls` calls from number `first` on, so many at once. */
const medianOf = async (act: Act, first: number, calls: number, callers: number): Promise<number> => {
  const times: number[] = [];
  let next = first;
  const caller = async (): Promise<void> => {
    while (next < first + calls) {
      const n = next;
      next += 1;
      times.push(await millisecondsOf(act, n));
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return quantile(times, 0.5);
};

/**
 * How often longer `ours` takes than `floor`: both in turns, in blocks so short that whatever else the machine does falls
 * on both alike, the order of the two changing from pair to pair.
 */
export const compare = async (ours: Act, floor: Act, terms: Terms): Promise<Spread> => {
  const { pairs, calls, callers, warmUp } = terms;
  await medianOf(ours, 0, warmUp, callers);
  await medianOf(floor, 0, warmUp, callers);
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = warmUp + pair * calls;
    const run = (act: Act) => medianOf(act, first, calls, callers);
    if (pair % 2 === 0) {
      const our = await run(ours);
      ratios.push(our / (await run(floor)));
    } else {
      const floors = await run(floor);
      ratios.push((await run(ours)) / floors);
    }
  }
  return spreadOf(ratios);
};
