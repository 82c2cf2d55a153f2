import { dateInWords, pounds } from '#language/in-words.ts';
import { LocalDate } from '#language/time.ts';
import { isObject } from '../forms/record-values.ts';
import { slugOf } from '../forms/slug.ts';
import { cellOf, saysTheSame } from './cell-values.ts';
import { type Column, valueAt } from './columns.ts';
import type { Heads } from './heads.ts';
import type { CellFault, CurrentEntry, Place, PlannedEntry, SheetPlan } from './place.ts';
import { type RowsRead, readSheet } from './read-sheet.ts';
import { recordOfRow } from './row-record.ts';
import {
  addressOf,
  asMadeSheet,
  lettersOf,
  type ReadCell,
  type ReadRow,
  type ReadSheet,
  textOfCell,
  textOfWritten,
} from './sheet.ts';
import { looksLikeTotal } from './total-row.ts';
import { whoseSheet } from './whose.ts';

/*
 * What a sheet that was filled in would change, before anything is recorded. A cell is changed where it is read as something else than when the workbook was
 * made, and than what is recorded; where it is somebody else who changed what is recorded since, the two clash. Nothing is ever taken away because a row is missing.
 */

export const sameJson = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) =>
    isObject(held) ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1))) : held,
  );

/** A cell as `textOfCell` has it once it was written and read again. */
const writtenText = (column: Column, value: unknown): string => textOfWritten(cellOf(column, value));

/** What a cell says, as it is shown to people. */
export const inWords = (column: Column, value: unknown): string => {
  const cell = cellOf(column, value);
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'pounds' in cell ? pounds(cell.pounds) : dateInWords(cell.day);
};

/** The text of a cell as it is shown to people: amounts and days as such. */
const textInWords = ({ field: { kind } }: Column, text: string): string => {
  if ((kind === 'figure' || kind === 'pounds') && /^-?\d+$/.test(text)) return pounds(Number(text));
  return (kind === 'date' || kind === 'date as stated') && LocalDate.safeParse(text).success ? dateInWords(text) : text;
};

const clashInWords = (column: Column, was: string, now: string, put: string): string => {
  const quoted = (text: string, empty: string): string => (text === '' ? empty : `“${textInWords(column, text)}”`);
  return `was ${quoted(was, 'empty')} when the workbook was made, is ${quoted(now, 'empty')} by now, and you put ${quoted(put, 'nothing')}. Put there what is right by now, or download the workbook again`;
};

/** How the rows of a sheet are read. */
interface Reading extends Pick<RowsRead, 'heads' | 'made'> {
  /** What is wrong is added here. */
  readonly faults: CellFault[];
}

class Planner {
  readonly added: PlannedEntry[] = [];
  readonly changed: PlannedEntry[] = [];
  readonly faults: CellFault[];
  readonly seen = new Map<string, number>();
  unchanged = 0;
  readonly #place: Place;
  readonly #heads: Heads;
  readonly #asMade: Reading['made'];
  readonly #byId: ReadonlyMap<string, CurrentEntry>;
  readonly #byTitle: ReadonlyMap<string, CurrentEntry>;

  constructor(place: Place, { heads, made, faults }: Reading) {
    this.#place = place;
    this.#heads = heads;
    this.#asMade = made;
    this.#byId = new Map(place.entries.map((one) => [one.id, one]));
    this.#byTitle = new Map(place.entries.toReversed().map((one) => [one.title, one]));
    this.faults = faults;
  }

  take(row: ReadRow): void {
    const { idAt } = this.#heads;
    const id = idAt < 0 ? '' : textOfCell(row.cells[idAt] ?? null);
    if (id === '') this.#add(row);
    else this.#change(row, id, addressOf(idAt, row.number));
  }

  #cellsOf(row: ReadRow, isMeant: (column: Column, n: number, cell: ReadCell) => boolean) {
    return new Map(
      [...this.#heads.at].flatMap(([n, column]) => {
        const cell = row.cells[n] ?? null;
        return isMeant(column, n, cell) ? [[n, { column, cell }] as const] : [];
      }),
    );
  }

  #add(row: ReadRow): void {
    const { noun } = this.#place;
    const [first] = this.#heads.at.keys();
    const begins = addressOf(first ?? 0, row.number);
    if (looksLikeTotal(row)) {
      this.faults.push({ cell: begins, message: 'looks like a row of totals: take the row out' });
      return;
    }
    const cells = this.#cellsOf(row, (_column, _n, cell) => textOfCell(cell) !== '');
    const { record, faults } = recordOfRow(this.#place, {}, row.number, cells);
    const title = String(record.title ?? record.label ?? '');
    this.faults.push(...faults.map((one) => ({ ...one, title })));
    const id = slugOf(title, 60);
    if (id === '') {
      if (faults.length === 0) this.faults.push({ cell: begins, message: `must have a title: it is a new ${noun}` });
      return;
    }
    if (this.#isSecond(id, row.number, begins, title)) return;
    const there = this.#byId.get(id) ?? this.#byTitle.get(title);
    if (there === undefined) this.added.push({ row: row.number, id, title, record, cells: [] });
    else if (this.#isSaidBy(there, record, cells)) this.unchanged += 1;
    else
      this.faults.push({
        cell: begins,
        message: `is new here, and there is a ${noun} called “${there.title}” already. Download the workbook again to change that one, or give this one another title`,
      });
  }

  /** Whether every cell of a row says what is recorded: it was added before, by the same workbook. */
  #isSaidBy(there: CurrentEntry, record: object, cells: ReadonlyMap<number, { readonly column: Column }>): boolean {
    const { fields } = this.#place;
    return [...cells.values()].every(({ column }) =>
      sameJson(valueAt(there.record, column, fields), valueAt(record, column, fields)),
    );
  }

  #isSecond(id: string, row: number, cell: string, title: string): boolean {
    const before = this.seen.get(id);
    this.seen.set(id, row);
    if (before !== undefined)
      this.faults.push({ cell, message: `is of “${title}”, as row ${before} is: take one of them out` });
    return before !== undefined;
  }

  #change(row: ReadRow, id: string, idCell: string): void {
    const { noun, fields } = this.#place;
    const entry = this.#byId.get(id);
    if (entry === undefined) {
      this.faults.push({
        cell: idCell,
        message: `names the ${noun} ${id}, which is not in this register. Download the workbook again; to add a row, leave its id empty`,
      });
      return;
    }
    if (this.#isSecond(id, row.number, idCell, entry.title)) return;
    const made = this.#asMade?.get(id);
    const now = (column: Column): string => writtenText(column, valueAt(entry.record, column, fields));
    const cells = this.#cellsOf(
      row,
      (column, n, cell) =>
        !saysTheSame(column, cell, now(column)) && !saysTheSame(column, cell, made?.[n] ?? now(column)),
    );
    for (const [n, { column, cell }] of cells) {
      const was = made?.[n];
      if (was !== undefined && !saysTheSame(column, was, now(column)))
        this.faults.push({
          cell: addressOf(n, row.number),
          ...{ head: column.label, title: entry.title, isClash: true },
          message: clashInWords(column, was, now(column), textOfCell(cell)),
        });
    }
    const { record, faults } = recordOfRow(this.#place, entry.record, row.number, cells);
    this.faults.push(...faults.map((one) => ({ ...one, title: entry.title })));
    if (cells.size === 0 || sameJson(record, entry.record)) this.unchanged += 1;
    else
      this.changed.push({
        ...{ row: row.number, id, title: entry.title, record, version: entry.version },
        cells: [...cells.values()].map(({ column }) => ({
          label: column.label,
          from: inWords(column, valueAt(entry.record, column, fields)),
          to: inWords(column, valueAt(record, column, fields)),
        })),
      });
  }
}

/** What filled rows of a register would change. */
export const planOfRows = (place: Place, rows: readonly ReadRow[], reading: Reading): SheetPlan => {
  const planner = new Planner(place, reading);
  for (const row of rows) planner.take(row);
  const { added, changed, unchanged, faults, seen } = planner;
  return {
    ...{ added, changed, unchanged, faults, notes: [] },
    letters: Object.fromEntries([...reading.heads.at].map(([n, { label }]) => [label, lettersOf(n)])),
    leftOut: place.entries.filter(({ id }) => !seen.has(id)),
  };
};

/** @param sheets of the file; the first is what was filled in */
export const planOf = (place: Place, sheets: readonly ReadSheet[]): SheetPlan => {
  const sheet = sheets.find(({ name }) => name !== asMadeSheet && name !== 'Lists' && name !== whoseSheet);
  const nothing = { added: [], changed: [], unchanged: 0, leftOut: [], notes: [], letters: {} };
  if (sheet === undefined)
    return { ...nothing, faults: [{ cell: 'A1', message: 'is in no sheet: the file is empty' }] };
  const kept = sheets.find(({ name }) => name === asMadeSheet);
  const { read, faults, notes } = readSheet(sheet, { place, kept, idOf: ({ id }) => id });
  if (read === undefined) return { ...nothing, faults, notes };
  return { ...planOfRows(place, read.rows, { ...read, faults: [...faults] }), notes };
};
