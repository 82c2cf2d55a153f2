import { required } from '../../support/required.ts';

/** Chance from a seed: the same seed gives the same story (mulberry32, public domain). */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }
  in(share: number): boolean {
    return this.next() < share;
  }
  pick<T>(from: readonly T[]): T {
    return required(from[this.below(from.length)]);
  }
  maybe<T extends object>(share: number, what: () => T): T | Record<string, never> {
    return this.in(share) ? what() : {};
  }
  weighted<T>(choices: readonly (readonly [number, T])[]): T {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, what] of choices) {
      left -= weight;
      if (left < 0) return what;
    }
    return required(choices[0])[1];
  }
}
