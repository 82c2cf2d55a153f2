import type { Register } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import { faultsOf, inPlainEnglish } from '#schemas/faults-of-issues.ts';
import { slugOf } from '../forms/slug.ts';
import { valueAt } from '../workbook/columns.ts';
import type { CellFault, CurrentEntry, PlannedEntry } from '../workbook/place.ts';
import { inWords, sameJson } from '../workbook/plan.ts';
import { recordOfRow } from '../workbook/row-record.ts';
import { addressOf, type ReadCell, type ReadRow, textOfCell } from '../workbook/sheet.ts';
import type { MappedField } from './mapped-fields.ts';
import { type Mapping, programmeItself, reviewField } from './mapping.ts';
import { type Head, plain, type Table } from './table.ts';
import { headOf, type Review, reviewNamed, scaled } from './words.ts';

/*
 * What the rows of a spreadsheet would record, by a mapping: of which review each is, its id, and the record that its cells make of what is there.
 * An empty cell changes nothing, and nothing is taken away because a row is missing.
 */

export interface Mapped {
  readonly register: Register;
  readonly fields: readonly Field[];
  readonly mappedFields: readonly MappedField[];
  readonly mapping: Mapping;
  readonly table: Table;
  readonly reviews: readonly Review[];
  /** Where no column says so: the review that all rows are of. */
  readonly review: string;
}

/** A row with the review, or the programme, that it is of, and the id of its entry. */
export interface OwnedRow {
  readonly row: ReadRow;
  readonly owner: string;
  readonly id: string;
}

export interface OwnedRows {
  readonly rows: readonly OwnedRow[];
  /** Rows that are of no review, as their words are said to mean. */
  readonly without: number;
  readonly faults: readonly CellFault[];
}

const longestId = 60;

/** What a cell says by the words of a mapping; null where it counts as empty. */
const byWords = ({ words }: Mapping, field: string): ((cell: ReadCell) => ReadCell) => {
  const means = new Map(words.filter((one) => one.field === field).map((one) => [plain(one.word), one.means ?? null]));
  return (cell) => {
    const meant = means.get(plain(textOfCell(cell)));
    return meant === undefined ? cell : meant;
  };
};

export const titleHeadOf = ({ mapping, table }: Mapped): Head | undefined =>
  headOf(table.heads, mapping.columns.find(({ field }) => field === 'title')?.head);

/** Which row is of which review and entry. The id of an entry is its reference or, where no column has one, its title, in lower case with hyphens. */
export const ownedRows = (mapped: Mapped): OwnedRows => {
  const { mapping, table, reviews, review } = mapped;
  const [ofReview, ofReference] = [headOf(table.heads, mapping.review), headOf(table.heads, mapping.reference)];
  const named = ofReference ?? titleHeadOf(mapped);
  const meant = byWords(mapping, reviewField);
  const faults: CellFault[] = [];
  const rows: OwnedRow[] = [];
  const seen = new Map<string, number>();
  let without = 0;
  const ownerOf = (row: ReadRow): string | null | undefined => {
    if (ofReview === undefined) return review;
    const cell = row.cells[ofReview.at] ?? null;
    const word = meant(cell);
    if (word === null && textOfCell(cell) !== '') return null;
    return textOfCell(word) === programmeItself ? programmeItself : reviewNamed(reviews, textOfCell(word));
  };
  for (const row of table.rows) {
    const at = (head: Head | undefined): string => addressOf(head?.at ?? 0, row.number);
    const owner = ownerOf(row);
    if (owner === null) {
      without += 1;
      continue;
    }
    const text = textOfCell(row.cells[named?.at ?? -1] ?? null);
    const id = slugOf(text, longestId);
    const before = seen.get(`${owner} ${id}`);
    if (owner === undefined)
      faults.push({ cell: at(ofReview), message: 'must name a review of this programme, by its title or id' });
    else if (id === '')
      faults.push({
        cell: at(named),
        message: `must hold ${ofReference === undefined ? 'a title' : 'a reference'}, by which the row is known again`,
      });
    else if (before !== undefined)
      faults.push({ cell: at(named), message: `is “${text}”, as in row ${before}: each row needs one of its own` });
    else rows.push({ row, owner, id });
    if (owner !== undefined) seen.set(`${owner} ${id}`, before ?? row.number);
  }
  return { rows, without, faults };
};

/** What the rows of one review would add and change. */
export interface OwnerPlan {
  readonly added: readonly PlannedEntry[];
  readonly changed: readonly PlannedEntry[];
  readonly unchanged: number;
  readonly faults: readonly CellFault[];
}

/** An entry as it is recorded, or was struck out. */
export type EntryThere = CurrentEntry & { readonly isStruckOut: boolean };

interface Filled {
  readonly mapped: MappedField;
  readonly at: number;
  readonly cell: ReadCell;
}

/** How a field is read of a row. */
export interface Reading {
  readonly mapped: MappedField;
  readonly head: Head | undefined;
  readonly meant: (cell: ReadCell) => ReadCell;
  readonly always: string | undefined;
}

export const readingsOf = ({ mapping, mappedFields, table }: Mapped): readonly Reading[] =>
  mapping.columns.flatMap(({ field, head, always }) => {
    const mapped = mappedFields.find(({ key }) => key === field);
    return mapped === undefined
      ? []
      : [{ mapped, head: headOf(table.heads, head), meant: byWords(mapping, field), always }];
  });

/** What a row says of a field, by the words and the scale of its column. */
export const readCell = ({ mapped, head, meant }: Reading, row: ReadRow): ReadCell => {
  if (head === undefined) return meant(null);
  const own = row.cells[head.at] ?? null;
  const read = meant(own);
  return read === own ? scaled(own, head, mapped.column.field) : read;
};

/** The cells of a row that say something, by their fields; in a new entry what is always so stands in for those that do not. */
const filledCells = (readings: readonly Reading[], row: ReadRow, isNew: boolean): readonly Filled[] => {
  const said = new Set<Field>();
  const each = readings.flatMap((reading) => {
    const { mapped, head, always } = reading;
    const cell = readCell(reading, row);
    const at = head?.at ?? 0;
    if (textOfCell(cell) !== '') {
      said.add(mapped.of);
      return [{ mapped, at, cell, isAlways: false }];
    }
    return isNew && always !== undefined ? [{ mapped, at, cell: always, isAlways: true }] : [];
  });
  // Of a value of several forms one is said: a score in its cells, or for want of them the reason why there is none.
  return each.filter(({ mapped, isAlways }) => !isAlways || mapped.of.kind !== 'either' || !said.has(mapped.of));
};

/** Whether a place in a record is that of a field, or within it, or what the field is within. */
const isAt = ({ column }: MappedField, path: readonly string[], record: unknown): boolean => {
  let value = record;
  let n = 0;
  for (const step of column.steps) {
    const part = path[n];
    if (part === undefined) return true;
    if (typeof step === 'object' && 'form' in step) continue;
    const item: unknown = Reflect.get(Object(value), part);
    if (typeof step === 'string' ? part !== step : yearIn(item, step.by) !== step.year) return false;
    value = item;
    n += 1;
  }
  return true;
};

/** What the record itself must keep to, at the cells that it was made of, or that it would be made of. */
const faultsOfRecord = (
  { register, fields, mappedFields }: Mapped,
  record: unknown,
  readings: readonly Reading[],
  row: ReadRow,
): readonly CellFault[] => {
  /** What the cell holds and is read as empty, by what its words were said to mean. */
  const emptied = ({ head, meant }: Reading): string => {
    const text = textOfCell((head && row.cells[head.at]) ?? null);
    return text !== '' && textOfCell(meant(text)) === '' ? `: “${text}” is read as empty, as the mapping has it` : '';
  };
  const { error } = register.record.safeParse(record, { error: inPlainEnglish, reportInput: true });
  const found = faultsOf('body', error).map(({ pointer, message }): CellFault => {
    const path = pointer.split('/').slice(1);
    const at = readings.find(({ mapped, head }) => head !== undefined && isAt(mapped, path, record));
    const of = at?.mapped ?? mappedFields.find((one) => isAt(one, path, record));
    const label = of?.column.label ?? fields.find(({ name }) => name === path[0])?.label ?? 'The row';
    const cell = at?.head === undefined ? `row ${row.number}` : addressOf(at.head.at, row.number);
    return { cell, message: `${label} ${message}${at === undefined ? '' : emptied(at)}` };
  });
  return [...new Map(found.map((one) => [`${one.cell} ${one.message}`, one])).values()];
};

/** @param entries of the review, those that were struck out among them */
export const planOfOwner = (
  mapped: Mapped,
  rows: readonly OwnedRow[],
  entries: ReadonlyMap<string, EntryThere>,
): OwnerPlan => {
  const { fields, register } = mapped;
  const place = { noun: register.noun, fields, columns: [], entries: [] };
  const readings = readingsOf(mapped);
  // What is recorded holds empty lists besides, which no form has.
  const asRead = (record: object): unknown =>
    withYearsInOrder(fields, recordOfRow(place, { ...record }, 0, new Map()).record);
  const [added, changed, faults]: [PlannedEntry[], PlannedEntry[], CellFault[]] = [[], [], []];
  let unchanged = 0;
  for (const { row, id } of rows) {
    const entry = entries.get(id);
    if (entry?.isStruckOut) {
      faults.push({
        cell: `row ${row.number}`,
        message: `is of the ${register.noun} “${entry.title}”, which was struck out: take the row out, or give it another reference`,
      });
      continue;
    }
    const filled = filledCells(readings, row, entry === undefined);
    const read = new Map(filled.map(({ mapped: { column }, cell }, n) => [n, { column, cell }]));
    const before = entry?.record ?? {};
    const made = recordOfRow(place, before, row.number, read, (n) => filled[n]?.at ?? 0);
    const record = withYearsInOrder(fields, made.record);
    const wrong = made.faults.length > 0 ? made.faults : faultsOfRecord(mapped, record, readings, row);
    faults.push(...wrong);
    const title = String(record.title ?? entry?.title ?? id);
    if (wrong.length > 0) continue;
    const cells = filled.flatMap(({ mapped: { column } }) => {
      const [from = '', to = ''] = [before, record].map((one) => inWords(column, valueAt(one, column, fields)));
      return from === to ? [] : [{ label: column.label, from, to }];
    });
    if (entry === undefined) added.push({ row: row.number, id, title, record, cells });
    else if (sameJson(record, asRead(before))) unchanged += 1;
    else changed.push({ row: row.number, id, title, record, version: entry.version, cells });
  }
  return { added, changed, unchanged, faults };
};

const yearIn = (item: unknown, name: string): string => String(Reflect.get(Object(item), name) ?? '');

/** A list of an item for each year has them in their order, whatever order the columns have. */
const withYearsInOrder = (
  fields: readonly Field[],
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const sorted = fields.flatMap(({ name, kind, fields: inner = [] }) => {
    const year = kind === 'list' ? inner.find((one) => one.kind === 'financial year')?.name : undefined;
    const items = record[name];
    return year === undefined || !Array.isArray(items)
      ? []
      : [[name, items.toSorted((one, other) => (yearIn(one, year) < yearIn(other, year) ? -1 : 1))] as const];
  });
  return { ...record, ...Object.fromEntries(sorted) };
};
