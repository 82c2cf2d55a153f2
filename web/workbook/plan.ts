import type { LocalDate } from '#language/time.ts';
import type { Field } from '#registers/fields.ts';
import type { FormValues } from '../forms/form-values.ts';
import { recordOf } from '../forms/record-of.ts';
import { isObject, valuesOf } from '../forms/record-values.ts';
import { slugOf } from '../forms/slug.ts';
import { boxesOfCell, cellOf } from './cell-values.ts';
import { type Column, indexOfYear, valueAt } from './columns.ts';
import { addressOf, asMadeSheet, type ReadCell, type ReadRow, type ReadSheet, textOfCell } from './sheet.ts';

/*
 * What a sheet that was filled in would change, before anything is recorded. A cell is changed where it says something else than when the workbook was
 * made; where it is somebody else who changed what is recorded since, the two clash. Nothing is ever taken away because a row is missing.
 */

/** The head of the column by which a row is known again. */
export const idHead = 'Id';

export interface CurrentEntry {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface Place {
  readonly noun: string;
  readonly fields: readonly Field[];
  readonly columns: readonly Column[];
  readonly entries: readonly CurrentEntry[];
  readonly today: LocalDate;
}

/** What is wrong, and in which cell: `C7`. */
export interface CellFault {
  readonly cell: string;
  readonly message: string;
}
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
}

/** Which column of the sheet is which; a column that is not there is not changed. */
interface Heads {
  readonly idAt: number;
  readonly at: ReadonlyMap<number, Column>;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

const headsIn = (sheet: ReadSheet, { columns }: Place, faults: CellFault[]): Heads | undefined => {
  const [first] = sheet.rows;
  if (first === undefined) {
    faults.push({ cell: 'A1', message: 'must be the head of a column: the sheet is empty' });
    return undefined;
  }
  const at = new Map<number, Column>();
  let idAt = -1;
  for (const [n, cell] of first.cells.entries()) {
    const head = plain(textOfCell(cell));
    const cellHere = addressOf(n, first.number);
    if (head === '') continue;
    if (head === plain(idHead)) {
      idAt = n;
      continue;
    }
    const column = columns.find(({ label }) => plain(label) === head);
    if (column === undefined)
      faults.push({
        cell: cellHere,
        message: `is the head of no column here: “${textOfCell(cell)}”. Take the column out, or give it the head of the workbook`,
      });
    else if ([...at.values()].includes(column))
      faults.push({ cell: cellHere, message: `is the second column called “${column.label}”` });
    else at.set(n, column);
  }
  if (at.size === 0 && faults.length === 0) faults.push({ cell: 'A1', message: 'must be the head of a column' });
  return { idAt, at };
};

/** The name of a column's field in the form of a record: which item of a list is of its year. */
const boxNameOf = (
  { steps }: Column,
  record: unknown,
  started: Map<string, readonly string[]>,
): { name: string; sets: FormValues } => {
  let value: unknown = record;
  let name = '';
  const sets: Record<string, string> = {};
  for (const step of steps) {
    if (typeof step === 'string') {
      name = name === '' ? step : `${name}/${step}`;
      value = isObject(value) ? value[step] : undefined;
    } else if ('year' in step) {
      const items = Array.isArray(value) ? value : [];
      let index = indexOfYear(items, step);
      if (index === items.length) {
        const begun = [...new Set([...(started.get(name) ?? []), step.year])];
        started.set(name, begun);
        index += begun.indexOf(step.year);
      }
      name = `${name}/${index}`;
      sets[`${name}/${step.by}`] = step.year;
      value = items[index];
    } else {
      sets[`${name}/form`] = String(step.form);
      name = `${name}/${step.form}`;
    }
  }
  return { name, sets };
};

const withoutBox = (values: FormValues, name: string): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([one]) => one !== name && !one.startsWith(`${name}/`)));

interface RowRead {
  readonly record: Readonly<Record<string, unknown>>;
  readonly faults: readonly CellFault[];
}

/** The record that the changed cells of a row make of what was there. */
const recordOfRow = (
  place: Place,
  before: Readonly<Record<string, unknown>>,
  row: number,
  cells: ReadonlyMap<number, { readonly column: Column; readonly cell: ReadCell }>,
): RowRead => {
  let values: FormValues = valuesOf(place.fields, before);
  const faults: CellFault[] = [];
  const cellsOfBoxes = new Map<string, string>();
  const started = new Map<string, readonly string[]>();
  for (const [n, { column, cell }] of cells) {
    const isEmpty = textOfCell(cell) === '';
    const { name, sets } = boxNameOf(column, before, started);
    const here = addressOf(n, row);
    values = withoutBox(values, name);
    cellsOfBoxes.set(name, here);
    if (isEmpty) continue;
    const read = boxesOfCell(column, name, cell);
    if ('fault' in read) faults.push({ cell: here, message: read.fault });
    else values = { ...values, ...sets, ...read.boxes };
  }
  const { record, faults: found } = recordOf(place.fields, values, before);
  for (const [box, message] of found) {
    const here = [...cellsOfBoxes].find(([name]) => box === name || box.startsWith(`${name}/`))?.[1];
    faults.push({ cell: here ?? addressOf(0, row), message });
  }
  return { record, faults };
};

const isFilled = ({ cells }: ReadRow): boolean => cells.some((cell) => textOfCell(cell) !== '');

/** `Total`, `Grand total:` at the beginning of a row. */
const looksLikeTotal = ({ cells }: ReadRow): boolean =>
  /^(?:grand |sub-?)?totals?\b/i.test(cells.map(textOfCell).find((text) => text !== '') ?? '');

const sameJson = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) =>
    isObject(held) ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1))) : held,
  );

/** What each row said when the workbook was made, by its id; undefined where the workbook does not keep it. */
const asMade = (
  sheets: readonly ReadSheet[],
  heads: Heads,
  sheet: ReadSheet,
): ReadonlyMap<string, readonly string[]> | undefined => {
  const kept = sheets.find(({ name }) => name === asMadeSheet);
  const [head, ...rows] = kept?.rows ?? [];
  if (head === undefined || sheet === kept) return undefined;
  const names = head.cells.map((cell) => plain(textOfCell(cell)));
  const idAt = names.indexOf(plain(idHead));
  if (idAt < 0) return undefined;
  const width = Math.max(...heads.at.keys()) + 1;
  return new Map(
    rows.map(({ cells }) => [
      textOfCell(cells[idAt] ?? null),
      Array.from({ length: width }, (_, n) => {
        const column = heads.at.get(n);
        return column === undefined ? '' : textOfCell(cells[names.indexOf(plain(column.label))] ?? null);
      }),
    ]),
  );
};

/** A cell as `textOfCell` has it once it was written and read again. */
const writtenText = (column: Column, value: unknown): string => {
  const cell = cellOf(column, value);
  if (cell === null) return '';
  if (typeof cell === 'object') return 'pounds' in cell ? String(cell.pounds) : cell.day;
  return typeof cell === 'number' ? String(cell) : textOfCell(cell);
};

class Planner {
  readonly added: PlannedEntry[] = [];
  readonly changed: PlannedEntry[] = [];
  readonly faults: CellFault[];
  readonly seen = new Map<string, number>();
  unchanged = 0;
  readonly #place: Place;
  readonly #heads: Heads;
  readonly #asMade: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    place: Place,
    heads: Heads,
    made: ReadonlyMap<string, readonly string[]> | undefined,
    faults: CellFault[],
  ) {
    this.#place = place;
    this.#heads = heads;
    this.#asMade = made;
    this.faults = faults;
  }

  take(row: ReadRow): void {
    const { idAt } = this.#heads;
    const id = idAt < 0 ? '' : textOfCell(row.cells[idAt] ?? null);
    if (id === '') this.#add(row);
    else this.#change(row, id, addressOf(idAt, row.number));
  }

  #cellsOf(row: ReadRow, isMeant: (column: Column, n: number, text: string) => boolean) {
    return new Map(
      [...this.#heads.at].flatMap(([n, column]) => {
        const cell = row.cells[n] ?? null;
        return isMeant(column, n, textOfCell(cell)) ? [[n, { column, cell }] as const] : [];
      }),
    );
  }

  #add(row: ReadRow): void {
    const { noun, entries } = this.#place;
    const [first] = this.#heads.at.keys();
    const begins = addressOf(first ?? 0, row.number);
    if (looksLikeTotal(row)) {
      this.faults.push({ cell: begins, message: 'looks like a row of totals: take the row out' });
      return;
    }
    const { record, faults } = recordOfRow(
      this.#place,
      {},
      row.number,
      this.#cellsOf(row, (_column, _n, text) => text !== ''),
    );
    this.faults.push(...faults);
    const title = String(record.title ?? record.label ?? '');
    const id = slugOf(title, 60);
    if (id === '') {
      if (faults.length === 0) this.faults.push({ cell: begins, message: `must have a title: it is a new ${noun}` });
      return;
    }
    if (this.#isSecond(id, row.number, begins, title)) return;
    const there = entries.find((one) => one.id === id);
    if (there === undefined) this.added.push({ row: row.number, id, title, record, cells: [] });
    else if (sameJson(there.record, record)) this.unchanged += 1;
    else
      this.faults.push({
        cell: begins,
        message: `is new here, and there is a ${noun} called “${there.title}” already. Download the workbook again to change that one, or give this one another title`,
      });
  }

  #isSecond(id: string, row: number, cell: string, title: string): boolean {
    const before = this.seen.get(id);
    this.seen.set(id, row);
    if (before !== undefined)
      this.faults.push({ cell, message: `is of “${title}”, as row ${before} is: take one of them out` });
    return before !== undefined;
  }

  #change(row: ReadRow, id: string, idCell: string): void {
    const { noun, fields, entries } = this.#place;
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) {
      this.faults.push({
        cell: idCell,
        message: `names the ${noun} ${id}, which is not among those of now. Download the workbook again; to add a row, leave its id empty`,
      });
      return;
    }
    if (this.#isSecond(id, row.number, idCell, entry.title)) return;
    const made = this.#asMade?.get(id);
    const now = (column: Column): string => writtenText(column, valueAt(entry.record, column, fields));
    const cells = this.#cellsOf(
      row,
      (column, n, text) => text !== (made === undefined ? now(column) : made[n]) && text !== now(column),
    );
    for (const [n, { column, cell }] of cells) {
      const was = made?.[n];
      if (was !== undefined && was !== now(column))
        this.faults.push({
          cell: addressOf(n, row.number),
          message: `was “${was}” when the workbook was made, is “${now(column)}” by now, and you put “${textOfCell(cell)}”. Put there what is right by now, or download the workbook again`,
        });
    }
    const { record, faults } = recordOfRow(this.#place, entry.record, row.number, cells);
    this.faults.push(...faults);
    if (sameJson(record, entry.record)) this.unchanged += 1;
    else
      this.changed.push({
        ...{ row: row.number, id, title: entry.title, record, version: entry.version },
        cells: [...cells.values()].map(({ column, cell }) => ({
          label: column.label,
          from: now(column),
          to: textOfCell(cell),
        })),
      });
  }
}

const notesOn = ({ rows, formulas, name }: ReadSheet): readonly string[] => [
  ...(formulas > 0
    ? [
        `${formulas === 1 ? 'One cell holds a formula: its value was' : `${formulas} cells hold formulas: their values were`} read, as the sheet “${name}” shows ${formulas === 1 ? 'it' : 'them'}.`,
      ]
    : []),
  ...(rows.some(({ hidden }) => hidden) ? ['Rows that are hidden in the sheet were read like the others.'] : []),
];

/** @param sheets of the file; the first is what was filled in */
export const planOf = (place: Place, sheets: readonly ReadSheet[]): SheetPlan => {
  const faults: CellFault[] = [];
  const sheet = sheets.find(({ name }) => name !== asMadeSheet && name !== 'Lists');
  const nothing = { added: [], changed: [], unchanged: 0, leftOut: [], faults, notes: [] };
  if (sheet === undefined)
    return { ...nothing, faults: [{ cell: 'A1', message: 'is in no sheet: the file is empty' }] };
  for (const range of sheet.merged)
    faults.push({
      cell: range,
      message: 'are merged into one cell: divide them again, so that each row and column has a cell of its own',
    });
  const heads = headsIn(sheet, place, faults);
  if (heads === undefined || faults.length > 0) return { ...nothing, notes: notesOn(sheet) };
  const planner = new Planner(place, heads, asMade(sheets, heads, sheet), faults);
  for (const row of sheet.rows.slice(1).filter(isFilled)) planner.take(row);
  return {
    added: planner.added,
    changed: planner.changed,
    unchanged: planner.unchanged,
    leftOut: place.entries.filter(({ id }) => !planner.seen.has(id)),
    faults,
    notes: notesOn(sheet),
  };
};
