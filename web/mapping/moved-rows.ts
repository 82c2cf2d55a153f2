import type { CellFault } from '../workbook/place.ts';
import { addressOf, textOfCell } from '../workbook/sheet.ts';
import { type EntryThere, type Mapped, type OwnedRow, titleHeadOf } from './mapped-plan.ts';
import { plain } from './table.ts';
import { headOf } from './words.ts';

/*
 * Rows that would add to a review what another one has under the same reference, as where somebody changed the review of a row: recorded, it would be
 * counted in both.
 */

export interface MovedRow {
  readonly owned: OwnedRow;
  /** The review that has it. */
  readonly from: string;
  /** What it is called there. */
  readonly title: string;
  /** It is the same by its title as well; else it may be another record, which a person has to say. */
  readonly isSame: boolean;
}

/** Entries that are recorded, by review and id. */
type There = ReadonlyMap<string, ReadonlyMap<string, EntryThere>>;

/** Rows of ids that their own review does not have. */
export const newRows = (rows: readonly OwnedRow[], there: There): readonly OwnedRow[] =>
  rows.filter(({ owner, id }) => !there.get(owner)?.has(id));

/** @param there of all reviews, and of the programme itself */
export const movedRows = (mapped: Mapped, rows: readonly OwnedRow[], there: There): readonly MovedRow[] => {
  const { mapping, table } = mapped;
  if (headOf(table.heads, mapping.review) === undefined) return [];
  const hasReference = headOf(table.heads, mapping.reference) !== undefined;
  const ofTitle = titleHeadOf(mapped);
  const inSheet = new Set(rows.map(({ owner, id }) => `${owner} ${id}`));
  return newRows(rows, there).flatMap((owned) => {
    const title = plain(textOfCell(owned.row.cells[ofTitle?.at ?? -1] ?? null));
    for (const [from, entries] of there) {
      const entry = entries.get(owned.id);
      // Where the other review has a row of its own in the sheet, both use the reference.
      if (entry === undefined || entry.isStruckOut || inSheet.has(`${from} ${owned.id}`)) continue;
      return [{ owned, from, title: entry.title, isSame: hasReference && plain(entry.title) === title }];
    }
    return [];
  });
};

/** @param nameOf what a review is called */
export const faultOfMoved = (
  { mapping, table, register }: Mapped,
  { owned: { row, owner, id }, from, title, isSame }: MovedRow,
  nameOf: (owner: string) => string,
): CellFault => {
  const ofReference = headOf(table.heads, mapping.reference);
  const reference = ofReference === undefined ? title : textOfCell(row.cells[ofReference.at] ?? null) || id;
  return {
    cell: addressOf(headOf(table.heads, mapping.review)?.at ?? 0, row.number),
    message: `is “${nameOf(owner)}”, and “${reference}” is recorded for “${nameOf(from)}”${plain(reference) === plain(title) ? '' : `, as “${title}”`}. A ${register.noun} does not move to another review by a spreadsheet: put “${nameOf(from)}” back, or strike it out there first${isSame ? '' : `. Where it is another ${register.noun}, give it a ${ofReference === undefined ? 'title' : 'reference'} of its own, or say below that it is`}`,
  };
};
