import * as z from 'zod';

/*
 * A part of the bench is a module that exports `Part`s and is named in scripts/bench.ts; it answers rows. Time is only
 * ever given as a ratio of paired, interleaved runs (paired.ts); what can be counted exactly is given as it is.
 */

/** A row of the table. One of `ratio` (of ours to what it is held against) and `count` is given. */
export const Row = z
  .object({
    /** What is done, and against what. */
    name: z.string(),
    /** The median of the paired ratios, and the middle half of them. */
    ratio: z.exactOptional(z.object({ median: z.number(), from: z.number(), to: z.number(), pairs: z.int() })),
    count: z.exactOptional(z.object({ value: z.number(), unit: z.string() })),
    /** What it may be at most; null: shown for comparison, with no goal. */
    goal: z.number().nullable(),
    /** The goal itself is short of it. */
    below: z.exactOptional(z.boolean()),
    /** What a reader must know to take the figure rightly. */
    note: z.exactOptional(z.string()),
  })
  .readonly();
export type Row = z.infer<typeof Row>;

export interface Part {
  /** Letters and dashes: what `--only` takes. */
  readonly name: string;
  readonly title: string;
  /** Only what is counted exactly: a run of such parts fails where a row is short. */
  readonly exact?: boolean;
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
  row.goal !== null && !(row.below === true ? measuredValue(row) < row.goal : measuredValue(row) <= row.goal);
