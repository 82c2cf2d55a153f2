import type { Field } from '#registers/fields.ts';
import type { Column } from './columns.ts';
import { columnOf } from './sheet.ts';
import type { WorkedOut } from './worked-out.ts';

/** The head of the column by which a row is known again. */
export const idHead = 'Id';

export interface CurrentEntry {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly record: Readonly<Record<string, unknown>>;
  /** What the tracker works out of it. */
  readonly computed?: Readonly<Record<string, unknown>>;
}

export interface Place {
  readonly noun: string;
  readonly fields: readonly Field[];
  readonly columns: readonly Column[];
  /** The columns of what the tracker works out, which are written and not read. */
  readonly workedOut?: readonly WorkedOut[];
  readonly entries: readonly CurrentEntry[];
}

/** What is wrong, and in which cell: `C7`. */
export interface CellFault {
  readonly cell: string;
  /** Of a cell of a row: the head of its column, and the title of the row. */
  readonly head?: string;
  readonly title?: string;
  readonly message: string;
  /** Somebody else changed the same cell since the workbook was made. */
  readonly isClash?: true;
}

const placeIn = ({ cell }: CellFault): readonly [row: number, column: number] => [
  Number(/\d+$/.exec(cell)?.[0] ?? 0),
  // What is said of a whole row, `row 7`, stands before its cells.
  /^[A-Z]+\d+$/.test(cell) ? columnOf(cell) : -1,
];

/** As somebody goes through a sheet: row by row, and each from the left. */
export const inOrderOfSheet = (faults: readonly CellFault[]): readonly CellFault[] =>
  faults.toSorted((one, other) => {
    const [[row, column], [otherRow, otherColumn]] = [placeIn(one), placeIn(other)];
    return row - otherRow || column - otherColumn;
  });

/** Where a fault is, as people find it: `cell AH2 (“2026/27: Forecast” of “No rent”)`. */
export const placeOfFault = (
  { cell, head, title = '' }: Pick<CellFault, 'cell' | 'head' | 'title'>,
  begin: 'cell' | 'Cell' = 'cell',
): string => {
  const of = [...(head === undefined ? [] : [`“${head}”`]), ...(title === '' ? [] : [`“${title}”`])].join(' of ');
  return `${begin}${cell.includes(':') ? 's' : ''} ${cell}${of === '' ? '' : ` (${of})`}`;
};

export interface CellChange {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}
export interface PlannedEntry {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** Of an entry that is there: the version that the record was read at. */
  readonly version?: number;
  readonly cells: readonly CellChange[];
}
export interface SheetPlan {
  readonly added: readonly PlannedEntry[];
  readonly changed: readonly PlannedEntry[];
  readonly unchanged: number;
  /** Entries without a row: they stay as they are. */
  readonly leftOut: readonly CurrentEntry[];
  readonly faults: readonly CellFault[];
  readonly notes: readonly string[];
  /** The letters of the columns that were read, by their heads: `Owner` is in column `H`. */
  readonly letters: Readonly<Record<string, string>>;
}
