import type { LocalDate } from '#language/time.ts';
import type { Across, RowAcross } from '#registers/across.ts';
import type { AcrossSort } from '#schemas/operations/across.ts';

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
type Visible = (text: string) => string;

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en-GB').trim();

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

/** A place in a sorted list: what it is sorted by, then review and id. */
export type Place = readonly [by: string, review: string, id: string];

const last = '~';
/** Of a text no more than a cursor has room for; texts that differ later are in order of review and id. */
const longest = 40;
const asKey = (text: string): string => [...folded(text)].slice(0, longest).join('');
/** Larger weights first. */
const heaviestFirst = (weight: number): string => String(10 ** 15 - Math.round(weight)).padStart(17, '0');

/** What a row is sorted by, as a text: the less, the earlier. */
export const placeOf = (row: JudgedRow, sort: AcrossSort, { states }: Across, visible: Visible): Place => {
  const ownerKey = row.owner === undefined ? last : asKey(visible(row.owner));
  const by = {
    worst: () => `${row.open ? 0 : 1}${row.overdue ? 0 : 1}${heaviestFirst(row.weight)}${row.dueOn ?? last}`,
    due: () => `${row.open ? 0 : 1}${row.dueOn ?? last}`,
    owner: () => ownerKey,
    state: () => String(Object.keys(states).indexOf(row.state)).padStart(3, '0'),
    title: () => asKey(visible(row.title)),
    review: () => '',
  }[sort]();
  return [by, row.review ?? '', row.id];
};

const compared = (one: Place, other: Place): number => {
  const n = one.findIndex((part, index) => part !== other[index]);
  return n < 0 ? 0 : (one[n] ?? '') < (other[n] ?? '') ? -1 : 1;
};

/** The rows in order, after a place. */
export const rowsAfter = (
  rows: readonly JudgedRow[],
  place: (row: JudgedRow) => Place,
  after: Place | undefined,
): readonly JudgedRow[] =>
  rows
    .map((row) => ({ row, at: place(row) }))
    .filter(({ at }) => after === undefined || compared(at, after) > 0)
    .toSorted((a, b) => compared(a.at, b.at))
    .map(({ row }) => row);
