import type { Differing, RowDiffering } from '#schemas/report-comparison.ts';
import type { Listed } from '#schemas/row-lists.ts';
import { ofTheMonthWithin } from '../all-changes.ts';
import {
  compare,
  type Difference,
  isFields,
  isListed,
  labelOf,
  type Place,
  titleOf,
  within,
} from '../every-difference.ts';

/** Whether what stands at a path is of a period, such as what happened in a month, and so is no difference between two ends. */
export type IsOfPeriod = (path: readonly string[]) => boolean;
export const isOfMonth: IsOfPeriod = (path) => ofTheMonthWithin.has(path.slice(0, 2).join(' '));

export const differing = (one: Difference, from: number): Differing => {
  const label = labelOf(one, from) || 'in all';
  return { what: `${label.charAt(0).toUpperCase()}${label.slice(1)}`, before: one.before, after: one.now };
};

const byTitle = ({ rows }: Listed<unknown>): ReadonlyMap<string, readonly unknown[]> =>
  Map.groupBy(rows, (row) => titleOf(row));

/** Row by row, by what rows are called: which are new or gone, and of those in both each field that is another. */
const ofLists = (
  now: Listed<unknown>,
  before: Listed<unknown>,
  place: Place,
  isOfPeriod: IsOfPeriod,
): RowDiffering[] => {
  const list = labelOf({ ...place, now: '', before: null }, 1);
  const [rows, were] = [byTitle(now), byTitle(before)];
  return [...new Set([...rows.keys(), ...were.keys()])].flatMap((row): RowDiffering[] => {
    const [after, earlier] = [rows.get(row), were.get(row)];
    if (after === undefined) return [{ list, row, change: 'gone', fields: [] }];
    if (earlier === undefined) return [{ list, row, change: 'new', fields: [] }];
    const from = place.words.length;
    const fields = after
      .flatMap((one, n) => (earlier[n] === undefined ? [] : compare(one, earlier[n], place)))
      .filter((one) => !isOfPeriod(one.path))
      .map((one) => differing(one, from));
    return fields.length === 0 && after.length === earlier.length ? [] : [{ list, row, change: 'changed', fields }];
  });
};

const inside = (now: unknown, before: unknown, place: Place, isOfPeriod: IsOfPeriod): RowDiffering[] => {
  if (isOfPeriod(place.path)) return [];
  if (isListed(now) && isListed(before)) return ofLists(now, before, place, isOfPeriod);
  if (!isFields(now) || !isFields(before) || Array.isArray(now)) return [];
  return Object.keys(now).flatMap((name) => inside(now[name], before[name], within(place, name), isOfPeriod));
};

/** What differs in the lists of a part, row by row. */
export const rowsDiffering = (part: string, now: unknown, before: unknown, isOfPeriod: IsOfPeriod): RowDiffering[] =>
  inside(now, before, within({ path: [], words: [] }, part), isOfPeriod);
