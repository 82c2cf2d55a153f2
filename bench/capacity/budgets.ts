import { type Size, sizes, type Taken, type Use, uses } from './taken.ts';

/*
 * What each use may take at most. A strong read takes 1 unit for each 4 KB begun, a write in a transaction 2 for each KB
 * begun of each item.
 */

export type Measure = 'read units' | 'write units' | 'calls of the store';

export interface Budget {
  readonly use: Use;
  readonly size: Size;
  readonly measure: Measure;
  readonly most: number;
}
const budget =
  (measure: Measure) =>
  (use: Use, size: Size, most: number): Budget => ({ use, size, measure, most });
const reads = budget('read units');
const writes = budget('write units');
const calls = budget('calls of the store');

export const budgets: readonly Budget[] = [
  reads('get one entry', 65, 3),
  reads('get one entry as at an instant', 65, 3),
  reads('list a register as at an instant', 65, 4),
  reads('a page of 20 of the history of a review', 65, 15),
  reads("list every review, as a page of 100 or a programme's all", 65, 20),
  reads('list 10 reviews of them', 10, 7),
  reads('list 10 reviews of them', 65, 7),
  reads('list 10 reviews of them', 1_000, 7),
  // A unit for the options of each review that has any, one for each record shown, and the heads of all (ADR 0083).
  reads('find and sort the options of all reviews, and show the first 100', 10, 66),
  reads('find and sort the options of all reviews, and show the first 100', 65, 180),
  reads('find and sort the options of all reviews, and show the first 100', 1_000, 1_200),
  reads("a board's pull of it as JSON", 10, 2),
  reads("a board's pull of it as JSON", 65, 2),
  reads("a board's pull of it as JSON", 1_000, 2),
  reads("a board's pull of what it knows already", 65, 2),
  reads("a board's pull of it as HTML", 10, 6),
  reads("a board's pull of it as HTML", 65, 8),
  reads("a board's pull of it as HTML", 1_000, 11),
  writes('open a review whose SRO the tracker knows', 65, 20),
  writes('open a review whose SRO it does not know yet', 65, 22),
  writes('move a bare review to its next stage', 65, 18),
  writes('record a risk', 65, 16),
  writes('move a full review to its next stage', 65, 18),
  writes('change a full review for the first time in a month', 65, 20),
  reads('open a review whose SRO the tracker knows', 65, 6),
  // With a date given: its gate is judged as at that date, from history (docs/meaning.md REVIEW-22).
  reads('move a full review to its next stage', 65, 22),
  // Each call is a wait for whoever asked, however little it reads.
  calls('get one entry', 65, 1),
  calls('get one entry as at an instant', 65, 3),
  calls("a board's pull of it as JSON", 65, 1),
  calls("a board's pull of it as HTML", 65, 3),
  calls('list 10 reviews of them', 65, 2),
  calls('find and sort the options of all reviews, and show the first 100', 65, 5),
  calls('find and sort the options of all reviews, and show the first 100', 1_000, 13),
  calls('open a review whose SRO the tracker knows', 65, 2),
  calls('move a bare review to its next stage', 65, 7),
  calls('record a risk', 65, 3),
];

export const figureOf = (taken: Taken, { use, size, measure }: Pick<Budget, 'use' | 'size' | 'measure'>): number => {
  const { calls, readUnits, writeUnits } = taken.of(use, size);
  return measure === 'read units' ? readUnits : measure === 'write units' ? writeUnits : calls.length;
};

/** What takes more in a larger programme, and from which size on no more. */
const grows: Readonly<Partial<Record<Use, Size | 'always'>>> = {
  // With what is published: each size here has one revision more.
  'a page of 20 of the history of a review': 'always',
  "list every review, as a page of 100 or a programme's all": 'always',
  'find and sort the options of all reviews, and show the first 100': 'always',
  // Among ten there is no eleventh review to see.
  'list 10 reviews of them': 65,
  'ask for a revision of a month, and roll it up': 'always',
  // A summary that has no room for all shows the first ten of each list, and the page the rest from the lines.
  "a board's pull of it as HTML": 'always',
};

/** What takes as much and asks as often in the largest programme as in one of `from`. */
export const flat: readonly { readonly use: Use; readonly from: Size }[] = uses.flatMap((use) => {
  const from = grows[use] ?? sizes[0];
  return from === 'always' ? [] : [{ use, from }];
});

export const largest: Size = 1_000;

/** How much more a use takes in the largest programme than in the smaller one: read and write units and calls together. */
export const growthOf = (taken: Taken, { use, from }: (typeof flat)[number]): number =>
  (['read units', 'write units', 'calls of the store'] as const).reduce(
    (sum, measure) =>
      sum + Math.abs(figureOf(taken, { use, size: largest, measure }) - figureOf(taken, { use, size: from, measure })),
    0,
  );

/**
 * What a roll-up reads apart from positions, at any size: the request's key, the run that may be under way, and the settings and publication it is judged by;
 * run, report and heads; the programme's own chain; the report before and its lines; and what publishing conditions on.
 */
export const mostBesidesPositions = 23;

/** What a roll-up reads of positions, heads and parts, and of all else. */
export const rollUpReads = (taken: Taken, size: Size, positions: readonly string[]) => {
  const { calls, readUnits } = taken.of('ask for a revision of a month, and roll it up', size);
  const queries = calls.filter(({ partitions }) => positions.some((one) => partitions.includes(one)));
  const ofPositions = queries.reduce((sum, one) => sum + one.readUnits, 0);
  return {
    ofPositions,
    /** A unit for each 4 KB of the positions, and one more for each query that does not end with 4 KB. */
    mostOfPositions: Math.ceil(taken.bytes('positions', size) / 4_096) + queries.length,
    besides: readUnits - ofPositions,
  };
};

/** Two read units. */
export const mostBytesOfASummary = 8_192;
