import { mostRows } from '#schemas/row-lists.ts';
import { inOrder } from './in-order.ts';

type Keys = readonly (number | string)[];

/**
 * A list of the report in the making: counts every row and keeps the first ones by its order, so that it stays short
 * whatever the programme. Keys as for `inOrder`.
 */
export class Rows<T> {
  readonly #keys: (row: T) => Keys;
  readonly #most: number;
  #kept: T[] = [];
  /** Once there are more rows than are kept: the last of them, as far as is known. */
  #last: T | undefined;
  #total = 0;

  constructor(keys: (row: T) => Keys, most: number = mostRows) {
    this.#keys = keys;
    this.#most = most;
  }

  add(...rows: readonly T[]): void {
    for (const row of rows) {
      this.#total += 1;
      if (this.#last !== undefined && inOrder([this.#last, row], this.#keys)[0] === this.#last) continue;
      this.#kept.push(row);
      if (this.#kept.length >= 2 * this.#most) this.#trim();
    }
  }

  #trim(): void {
    this.#kept = this.first();
    this.#last = this.#kept.at(-1);
  }

  /** How many rows there are in all. */
  get total(): number {
    return this.#total;
  }

  /** The first rows in order, at most as many as are kept. */
  first(): T[] {
    return inOrder(this.#kept, this.#keys).slice(0, this.#most);
  }
}
