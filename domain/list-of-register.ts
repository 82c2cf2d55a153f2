import type { Field } from '#registers/fields.ts';
import { DateStatement, dateStatementKey } from '#schemas/date-statement.ts';
import { Figure } from '#schemas/figures.ts';
import { type JudgedRow, type Visible, worstFirst } from './across-reviews.ts';
import { keyOfText, type Place } from './place-in-list.ts';

/*
 * Which entries of a register a list of its own has, and in which order (docs/meaning.md LIST-5, LIST-6).
 */

/** An entry with what its register's rules make of it; without a row where it is struck out. */
export interface ListedEntry {
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly row: JudgedRow | undefined;
}

/** What is asked for by name, as text; of a register's columns and nothing else. */
export type Filters = readonly (readonly [field: string, value: string])[];

export const hasValues = (record: ListedEntry['record'], filters: Filters): boolean =>
  filters.every(([field, value]) => String(record[field] ?? '') === value);

/** The low end of a figure in pounds; undefined where it names none. */
const poundsOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  const figure = Figure.safeParse(value).data;
  if (figure === undefined) return undefined;
  return 'pounds' in figure ? figure.pounds : 'low' in figure ? figure.low : undefined;
};

const dayStated = (value: unknown): string | undefined => {
  const statement = DateStatement.safeParse(value).data;
  const key = statement === undefined ? undefined : dateStatementKey(statement);
  return key === '9999' ? undefined : key;
};

/** What a value is sorted by; undefined where nothing is stated. */
const keyOf = ({ kind, choices = [] }: Field, value: unknown, visible: Visible): string | number | undefined => {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.length;
  const place = choices.findIndex(({ name }) => name === value);
  if (place >= 0) return place;
  if (kind === 'figure' || kind === 'pounds') return poundsOf(value);
  if (kind === 'date as stated') return dayStated(value);
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : keyOfText(visible(String(value)));
};

/** Where an entry stands in a list that is sorted by one of its fields, or worst first where no field is given. */
export const placeOfEntry = ({ id, record, row }: ListedEntry, by: Field | 'worst' | 'id', visible: Visible): Place => {
  const key = by === 'worst' ? row && worstFirst(row) : by === 'id' ? id : keyOf(by, record[by.name], visible);
  return [key === undefined ? 1 : 0, key ?? '', '', id];
};
