/*
 * A part of the bench is a module that exports `Part`s and is named in scripts/bench.ts; it answers rows. Time is only
 * ever given as a ratio of paired, interleaved runs (paired.ts); what can be counted exactly is given as it is.
 */

/** A row of the table. One of `ratio` (of ours to what it is held against) and `count` is given. */
export interface Row {
  /** What is done, and against what. */
  readonly name: string;
  /** The median of the paired ratios, and the middle half of them. */
  readonly ratio?: { readonly median: number; readonly from: number; readonly to: number; readonly pairs: number };
  readonly count?: { readonly value: number; readonly unit: string };
  /** What it may be at most; null: shown for comparison, with no goal. */
  readonly goal: number | null;
  /** The goal itself is short of it. */
  readonly below?: boolean;
  /** What a reader must know to take the figure rightly. */
  readonly note?: string;
}

export interface Part {
  /** Letters and dashes: what `--only` takes. */
  readonly name: string;
  readonly title: string;
  readonly measure: (asked: Asked) => Promise<readonly Row[]>;
}

export interface Asked {
  /** Programmes of 100,000 reviews too: some minutes more. */
  readonly large: boolean;
  /** Told in a sentence of what is being done. */
  readonly onProgress: (words: string) => void;
}

/** What is held against the goal; a row that measured nothing is short of any. */
export const measuredValue = (row: Row): number => row.ratio?.median ?? row.count?.value ?? Number.POSITIVE_INFINITY;

export const isShort = (row: Row): boolean =>
  row.goal !== null && (row.below === true ? measuredValue(row) >= row.goal : measuredValue(row) > row.goal);
