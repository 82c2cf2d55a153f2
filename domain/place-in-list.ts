import type { Order } from '#schemas/operations/order.ts';

/*
 * Where an entry stands in a list that is sorted by something: made anew for each page, so that a cursor is a place and no number.
 */

/** What a list is sorted by. Lower groups come first in either order; within one it is the key, then review and id. */
export type Place = readonly [group: number, key: string | number, review: string, id: string];

export const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en-GB').trim();

/** Of a text no more than a cursor has room for; texts that differ later are in order of review and id. */
const longest = 40;
export const keyOfText = (text: string): string => [...folded(text)].slice(0, longest).join('');

const compared = (one: Place, other: Place, order: Order): number => {
  const n = one.findIndex((part, index) => part !== other[index]);
  if (n < 0) return 0;
  const isBefore = (one[n] ?? '') < (other[n] ?? '');
  return isBefore === (n === 1 && order === 'descending') ? 1 : -1;
};

/** What is listed, in order, after a place. */
export const listedAfter = <T>(
  all: readonly T[],
  place: (one: T) => Place,
  after: Place | undefined,
  order: Order = 'ascending',
): readonly T[] =>
  all
    .map((one) => ({ one, at: place(one) }))
    .filter(({ at }) => after === undefined || compared(at, after, order) > 0)
    .toSorted((a, b) => compared(a.at, b.at, order))
    .map(({ one }) => one);
