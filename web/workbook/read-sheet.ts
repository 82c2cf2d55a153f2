import { asMade, type Heads, headsIn, mergedIn } from './heads.ts';
import { notesOnWorkedOut, withoutWorkedOut } from './not-read.ts';
import type { CellFault, CurrentEntry, Place } from './place.ts';
import { type ReadRow, type ReadSheet, textOfCell } from './sheet.ts';

/** The rows of a sheet, and by what they are read. */
export interface RowsRead {
  readonly heads: Heads;
  /** What each row said when the workbook was made. */
  readonly made: ReturnType<typeof asMade>;
  readonly rows: readonly ReadRow[];
}

export interface SheetRead {
  readonly faults: readonly CellFault[];
  readonly notes: readonly string[];
  /** Undefined where something is wrong with its heads or its cells. */
  readonly read: RowsRead | undefined;
}

interface Given<E extends CurrentEntry> {
  readonly place: Omit<Place, 'entries'> & { readonly entries: readonly E[] };
  /** The sheet that keeps what it said when the workbook was made. */
  readonly kept: ReadSheet | undefined;
  /** The sheet without the heads of columns that the place does not have. */
  readonly headed?: ReadSheet;
  /** The id that the row of an entry has. */
  readonly idOf: (entry: E) => string;
}

const isFilled = ({ cells }: ReadRow): boolean => cells.some((cell) => textOfCell(cell) !== '');

const notesOn = ({ rows, formulas, name }: ReadSheet): readonly string[] => [
  ...(formulas > 0
    ? [
        `${formulas === 1 ? 'One cell holds a formula: its value was' : `${formulas} cells hold formulas: their values were`} read, as the sheet “${name}” shows ${formulas === 1 ? 'it' : 'them'}.`,
      ]
    : []),
  ...(rows.some(({ hidden }) => hidden) ? ['Rows that are hidden in the sheet were read like the others.'] : []),
];

/** What stands in a sheet of a register that came back, before it is held against what is recorded. */
export const readSheet = <E extends CurrentEntry>(
  sheet: ReadSheet,
  { place, kept, headed = sheet, idOf }: Given<E>,
): SheetRead => {
  const ofHeads: CellFault[] = [];
  const heads = headsIn({ sheet: headed, kept }, place, ofHeads);
  const faults = [...mergedIn(sheet, heads), ...ofHeads];
  const notes = notesOn(sheet);
  if (heads === undefined || faults.length > 0) return { faults, notes, read: undefined };
  const made = asMade(kept, heads);
  const entries = new Map(place.entries.map((one) => [idOf(one), one]));
  return {
    faults,
    notes: [...notes, ...notesOnWorkedOut(sheet, { heads, made, entries })],
    read: { heads, made, rows: sheet.rows.slice(1).map(withoutWorkedOut(heads)).filter(isFilled) },
  };
};
