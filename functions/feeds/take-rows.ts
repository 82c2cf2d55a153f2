import type { Row } from '#domain/feeds/column.ts';
import type { Place, RowSource, Step } from './feed-step.ts';

/** Chains, or reports, that are looked through for one page at most: a page may have fewer rows than were asked for, or none. */
const mostLookedThrough = 400;

export type TakenRow = Extract<Step, { readonly kind: 'row' | 'gone' }>;

interface Terms {
  readonly after: Place | undefined;
  readonly since: string | undefined;
  /** As many as are taken at most. */
  readonly limit: number;
  /** Rows that fit, to be left out before any is taken. */
  readonly skip?: number;
  /** Which rows are wanted; one that is not is gone, where it is asked what changed. */
  readonly test?: ((row: Row) => boolean) | undefined;
  /** Whether there is room for one more. */
  readonly takes: (taken: TakenRow) => boolean;
}

export interface Taken {
  readonly rows: readonly TakenRow[];
  /** Where the next page goes on; undefined: there is nothing more. */
  readonly next: Place | undefined;
  /** How many of those to be left out are still to be. */
  readonly skip: number;
}

/** The next rows of a table, as many as one answer has room for, and as are found in as much as one request looks through. */
export const takeRows = async (source: RowSource, terms: Terms): Promise<Taken> => {
  const { after, since, limit, test, takes } = terms;
  const rows: TakenRow[] = [];
  let skip = terms.skip ?? 0;
  let reached = after;
  let looked = 0;
  for await (const step of source.rows({ after, since })) {
    if (step.kind === 'looked') {
      looked += 1;
      reached = step.place;
      if (looked >= mostLookedThrough) return { rows, next: reached, skip };
      continue;
    }
    const isWanted = test === undefined || test(step.row);
    const taken: TakenRow = isWanted ? step : { ...step, kind: 'gone' };
    if (isWanted || since !== undefined) {
      if (skip > 0) skip -= 1;
      else {
        if (rows.length === limit || !takes(taken)) return { rows, next: reached, skip };
        rows.push(taken);
      }
    }
    reached = step.place;
  }
  return { rows, next: undefined, skip };
};
