import type { LocalDate } from '#language/time.ts';
import type { Across, RowAcross } from '#registers/across.ts';
import type { AcrossSort } from '#schemas/operations/across.ts';
import { folded, keyOfText, type Place } from './place-in-list.ts';

/*
 * Which entries of a register a list over all reviews has, and in which order (docs/adr/0083).
 */

/** An entry and the review it is of; null: of the programme itself. */
export interface RowOfReview extends RowAcross {
  readonly review: string | null;
}

export interface JudgedRow extends RowOfReview {
  readonly open: boolean;
  readonly overdue: boolean;
}

export interface Wanted {
  readonly state?: string | undefined;
  readonly open?: string | undefined;
  readonly overdue?: string | undefined;
  readonly owner?: string | undefined;
}

/** Text as the reader may see it: what is withheld from them is neither found nor sorted by. */
export type Visible = (text: string) => string;

/** The rows that are wanted, each with whether it is open, and overdue by a day. */
export const selectedRows = (
  rows: readonly RowOfReview[],
  { open: openStates }: Across,
  wanted: Wanted,
  { today, visible }: { readonly today: LocalDate; readonly visible: Visible },
): readonly JudgedRow[] => {
  const { state, open, overdue, owner } = wanted;
  const judged = rows.map((row) => {
    const isOpen = row.open ?? openStates.includes(row.state);
    return { ...row, open: isOpen, overdue: isOpen && row.dueOn !== null && row.dueOn < today };
  });
  return judged.filter(
    (row) =>
      (state === undefined || row.state === state) &&
      (open === undefined || row.open === (open === 'true')) &&
      (overdue === undefined || row.overdue === (overdue === 'true')) &&
      (owner === undefined || (row.owner !== undefined && folded(visible(row.owner)) === folded(owner))),
  );
};

const last = '~';
/** Larger weights first. */
const heaviestFirst = (weight: number): string => String(10 ** 15 - Math.round(weight)).padStart(17, '0');

/** What matters most first, as a text: the less, the earlier. */
export const worstFirst = ({ open, overdue, weight, dueOn }: JudgedRow): string =>
  `${open ? 0 : 1}${overdue ? 0 : 1}${heaviestFirst(weight)}${dueOn ?? last}`;

/** Where a row stands in a list that is sorted so. */
export const placeOf = (row: JudgedRow, sort: AcrossSort, { states }: Across, visible: Visible): Place => {
  const { open, dueOn, owner } = row;
  const isLast = (missing: boolean): number => Number(missing);
  const [group, key]: readonly [number, string | number] = {
    worst: () => [0, worstFirst(row)] as const,
    due: () => [(open ? 0 : 2) + isLast(dueOn === null), dueOn ?? ''] as const,
    owner: () => [isLast(owner === undefined), owner === undefined ? '' : keyOfText(visible(owner))] as const,
    state: () => [0, Object.keys(states).indexOf(row.state)] as const,
    title: () => [0, keyOfText(visible(row.title))] as const,
    review: () => [0, row.review ?? ''] as const,
  }[sort]();
  return [group, key, row.review ?? '', row.id];
};
