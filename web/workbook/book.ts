import { type Column, columnIn } from './columns.ts';
import type { CurrentEntry, Place } from './place.ts';
import type { WrittenColumn, WrittenSheet } from './sheet.ts';
import { sheetToFillIn } from './sheet-to-fill-in.ts';

/*
 * A workbook of several registers, a sheet each: of one review, or of many reviews and the programme itself, which a column then names.
 */

/** The head of the column that names the review, and the hint beside its cells. */
export const reviewHead = 'Review';
const reviewHint = 'Choose the review that a new row is of. An entry that is there stays in its review';
/** In the place of a review: the programme itself. */
const itself = '(programme)';

/** A review, or the programme itself. */
export interface Owner {
  readonly review: string | null;
  /** As the column says it, no two alike. */
  readonly name: string;
}

export interface OwnedEntry extends CurrentEntry {
  readonly review: string | null;
}

export interface RegisterSheet extends Place {
  /** What the sheet is called: `Risks`. */
  readonly title: string;
  /** The path of the register. */
  readonly register: string;
  readonly entries: readonly OwnedEntry[];
  /** Those whose rows it takes. */
  readonly owners: readonly Owner[];
}

export interface Book {
  readonly sheets: readonly RegisterSheet[];
  /** Whether a column names the review. */
  readonly isOverReviews: boolean;
}

/** What the sheet out of sight is called that keeps what a sheet said when the workbook was made. */
export const asMadeOf = (title: string): string => `${title}, as it was`;

/** `home-care/lease`: by it a row over many reviews is known again. */
export const ownedId = ({ review, id }: Pick<OwnedEntry, 'review' | 'id'>): string => `${review ?? itself}/${id}`;
/** What the id of a row begins with. */
export const ownerOfId = (id: string): { readonly review: string | null; readonly id: string } | undefined => {
  const [, of = '', rest = ''] = /^([^/]+)\/(.+)$/.exec(id) ?? [];
  return of === '' ? undefined : { review: of === itself ? null : of, id: rest };
};

/** Reviews by their titles; of those with the same title with their ids. */
export const ownersOf = (
  reviews: readonly { readonly id: string; readonly title: string }[],
  programme: 'with-programme' | 'reviews-alone',
): readonly Owner[] => {
  const count = new Map<string, number>();
  for (const { title } of reviews) count.set(title, (count.get(title) ?? 0) + 1);
  return [
    ...(programme === 'with-programme' ? [{ review: null, name: 'The programme itself' }] : []),
    ...reviews.map(({ id, title }) => ({ review: id, name: count.get(title) === 1 ? title : `${title} (${id})` })),
  ];
};

/** The list of a cell that holds what is chosen within a review: by what the column beside the id says of its row. */
const withLists = (column: WrittenColumn, { byReview, field }: Column, owners: readonly Owner[]): WrittenColumn =>
  byReview === undefined || field.kind === 'list'
    ? column
    : {
        ...column,
        choicesBy: {
          ...{ those: byReview.those, at: 1 },
          lists: new Map(owners.map(({ review, name }) => [name, byReview.of(review).map(({ label }) => label)])),
        },
      };

const overReviews = (sheet: RegisterSheet, { title, columns, rows }: WrittenSheet): WrittenSheet => {
  const [id, ...others] = columns;
  const names = new Map(sheet.owners.map(({ review, name }) => [review, name]));
  return {
    title,
    columns: [
      ...(id === undefined ? [] : [id]),
      { head: reviewHead, hint: reviewHint, choices: sheet.owners.map(({ name }) => name) },
      ...others.map((column, n) => {
        const of = sheet.columns[n];
        return of === undefined ? column : withLists(column, of, sheet.owners);
      }),
    ],
    rows: rows.map(([, ...cells], n) => {
      const entry = sheet.entries[n];
      return entry === undefined ? [] : [ownedId(entry), names.get(entry.review) ?? entry.review, ...cells];
    }),
  };
};

/** The sheets as they are written. */
export const sheetsOfBook = ({ sheets, isOverReviews }: Book): readonly WrittenSheet[] =>
  sheets.map((sheet) => {
    const columnsIn = new Map(
      sheet.owners.map((owner) => [owner.review, sheet.columns.map((column) => columnIn(column, owner))]),
    );
    const written = sheetToFillIn(sheet.title, sheet, ({ review }) => columnsIn.get(review) ?? sheet.columns);
    return isOverReviews ? overReviews(sheet, written) : written;
  });
