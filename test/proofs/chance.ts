/** Chance that can be had again: the same seed gives the same run of numbers (mulberry32). */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(limit: number): number;
  happens(probability: number): boolean;
  pick<T>(among: readonly [T, ...T[]]): T;
  /** Another one, of its own, that this seed leads to. */
  branch(): Chance;
}

export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (among) => among[below(among.length)] ?? among[0],
    branch: () => chanceFrom(below(4_294_967_296)),
  };
};
