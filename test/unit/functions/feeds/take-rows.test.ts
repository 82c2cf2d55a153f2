import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Row } from '#domain/feeds/column.ts';
import type { Place, RowSource } from '#functions/feeds/feed-step.ts';
import { takeRows } from '#functions/feeds/take-rows.ts';

/* Pages of a table, each as much as one answer has room for and one request looks through (docs/meaning.md FEED-7). */

/** A source of so many rows in each of its chains. */
const sourceOf = (chains: readonly number[]): RowSource => ({
  rows: async function* ({ after }) {
    const [from, last] = after ?? [0, 0];
    for (const [chain, count] of chains.entries()) {
      if (chain < Number(from)) continue;
      for (let n = 1; n <= count; n += 1)
        if (chain > Number(from) || n > Number(last)) yield { kind: 'row', place: [chain, n], row: [`${chain}.${n}`] };
      yield { kind: 'looked', place: [chain, Number.MAX_SAFE_INTEGER] };
    }
  },
  before: () => undefined,
});

const pagesOf = async (
  source: RowSource,
  terms: { limit: number; room: number; skip?: number; test?: (row: Row) => boolean },
) => {
  const pages: string[][] = [];
  let after: Place | undefined;
  let skip = terms.skip ?? 0;
  for (;;) {
    let room = terms.room;
    const takes = () => {
      room -= 1;
      return room >= 0;
    };
    const taken = await takeRows(source, {
      after,
      since: undefined,
      limit: terms.limit,
      skip,
      test: terms.test,
      takes,
    });
    pages.push(taken.rows.map(({ row }) => String(row[0])));
    skip = taken.skip;
    after = taken.next;
    if (after === undefined) return pages;
  }
};
const keysOf = (chains: readonly number[]): readonly string[] =>
  chains.flatMap((count, chain) => Array.from({ length: count }, (_, n) => `${chain}.${n + 1}`));

it('gives every row once, in order, whatever has room on a page, and leaves out as many as are to be', async () => {
  const chains = fc.array(fc.nat({ max: 6 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      chains,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 7 }),
      fc.nat({ max: 10 }),
      async (counts, limit, room, skip) => {
        const pages = await pagesOf(sourceOf(counts), { limit, room, skip });
        expect(pages.flat()).toEqual(keysOf(counts).slice(skip));
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(Math.min(limit, room));
      },
    ),
  );
});

it('looks through 400 chains for a page, and goes on where nothing was found', async () => {
  const counts = Array.from({ length: 1_000 }, (_, chain) => (chain === 999 ? 1 : 0));
  expect(await pagesOf(sourceOf(counts), { limit: 10, room: 10 })).toEqual([[], [], ['999.1']]);
  const some = await pagesOf(sourceOf([2, 2, 2]), { limit: 1, room: 1, test: ([key]) => String(key).endsWith('.2') });
  expect(some.flat()).toEqual(['0.2', '1.2', '2.2']);
});

it('says of a row that is no longer wanted that it is gone, where it is asked what changed', async () => {
  const terms = { after: undefined, since: '2026-01-01T00:00:00.000Z', limit: 10, takes: () => true };
  const { rows } = await takeRows(sourceOf([2]), { ...terms, test: ([key]) => key === '0.1' });
  expect(rows.map(({ kind, row }) => [kind, row[0]])).toEqual([
    ['row', '0.1'],
    ['gone', '0.2'],
  ]);
});
