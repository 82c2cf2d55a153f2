import { mostRows } from '#schemas/row-lists.ts';
import { byKeys, type Keyed, type Keys, keyed } from './in-order.ts';

/**
 * A list of the report in the making: counts every row and keeps the first ones by its order, so that it stays short
 * whatever the programme. Keys as for `inOrder`.
 */
export class Rows<T> {
  readonly #keys: (row: T) => Keys;
  readonly #most: number;
  #kept: Keyed<T>[] = [];
  /** Once there are more rows than are kept: the last of them, as far as is known. */
  #last: Keyed<T> | undefined;
  #total = 0;

  constructor(keys: (row: T) => Keys, most: number = mostRows) {
    this.#keys = keys;
    this.#most = most;
  }

  add(...rows: readonly T[]): void {
    for (const row of rows) {
      this.#total += 1;
      const next = keyed(row, this.#keys);
      if (this.#last !== undefined && byKeys(this.#last, next) <= 0) continue;
      this.#kept.push(next);
      if (this.#kept.length >= 2 * this.#most) this.#trim();
    }
  }

  #trim(): void {
    this.#kept = this.#kept.sort(byKeys).slice(0, this.#most);
    this.#last = this.#kept.at(-1);
  }

  /** How many rows there are in all. */
  get total(): number {
    return this.#total;
  }

  /** The first rows in order, at most as many as are kept, and how many there are in all. */
  listed(): { total: number; rows: T[] } {
    const rows = this.#kept
      .toSorted(byKeys)
      .slice(0, this.#most)
      .map(({ item }) => item);
    return { total: this.#total, rows };
  }
}
