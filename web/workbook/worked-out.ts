import { totalInWords } from '#language/in-words.ts';
import { dayOf, daysBetween, financialYearOf, type LocalDate } from '#language/time.ts';
import { type Field, fieldsOf, yearOfItems } from '#registers/fields.ts';
import { Total } from '#schemas/figures.ts';
import { cellOf } from './cell-values.ts';
import { type Column, type Step, valueAt } from './columns.ts';
import { dayOfText } from './date-text.ts';
import { poundsOfText } from './figure-text.ts';
import { type ReadCell, textOfCell, type WrittenCell } from './sheet.ts';

/*
 * The columns of what the tracker works out of an entry (docs/meaning.md WRITE-36), from the declaration: what is computed of a register and has a
 * title. They stand in a workbook to be read beside what is filled in, and nothing is read of them when it comes back.
 */

export interface WorkedOut {
  readonly label: string;
  readonly hint: string;
  /** Whether it says something else from one day to the next. */
  readonly isOfToday?: true;
  /** @param computed what the API answers as worked out of an entry */
  readonly cell: (computed: Readonly<Record<string, unknown>>) => WrittenCell;
}

const namesOf = (fields: readonly Field[] = []): string => fields.map(({ name }) => name).join();
const partsOfTotal = namesOf(fieldsOf(Total));
const isTotal = ({ kind, fields }: Field): boolean => kind === 'group' && namesOf(fields) === partsOfTotal;

const ofTotal = (total: Total): WrittenCell => {
  const { low, high, exact, count, excluded } = total;
  if (excluded.length > 0 || !exact || low !== high) return totalInWords(total);
  return count === 0 ? null : { pounds: low };
};

const ofValue = (column: Column, value: unknown): WrittenCell => {
  if (value === undefined || value === null) return null;
  if (column.field.kind === 'instant') return { day: dayOf(String(value)) };
  return isTotal(column.field) ? ofTotal(Total.parse(value)) : cellOf(column, value);
};

/** How many days ago something was due. */
const overdue = ({ label }: Field, day: (computed: object) => unknown, today: LocalDate): WorkedOut => ({
  label: `${label}: days overdue`,
  hint: 'How many days ago that was, on the day on which this was downloaded',
  isOfToday: true,
  cell: (computed) => {
    const due = day(computed);
    return typeof due === 'string' && due < today ? daysBetween(due, today) : null;
  },
});

/**
 * The columns of what is computed of a register: those that have a title; of a group, but for a total, each of its fields that has one; of a list
 * by year, those of the year of today.
 *
 * @param fields of what is computed
 */
export const workedOutOf = (fields: readonly Field[], today: LocalDate): readonly WorkedOut[] => {
  const leaf = (field: Field, before: string, steps: readonly Step[]): readonly WorkedOut[] => {
    if (field.label === '') return [];
    if (field.kind === 'group' && !isTotal(field))
      return (field.fields ?? []).flatMap((one) => leaf(one, `${before}${field.label}: `, [...steps, one.name]));
    const { hint, choices } = field;
    const column = { label: `${before}${field.label}`, hint, field, steps, ...(choices && { choices }) };
    const value = (computed: object): unknown => valueAt(computed, column, fields);
    const itself = { label: column.label, hint, cell: (computed: object) => ofValue(column, value(computed)) };
    return field.isDue ? [itself, overdue(field, value, today)] : [itself];
  };
  return fields.flatMap((field) => {
    const year = field.kind === 'list' ? yearOfItems(field) : undefined;
    if (year === undefined || field.label === '') return leaf(field, '', [field.name]);
    const current = financialYearOf(today);
    return (field.fields ?? []).flatMap((one) =>
      leaf(one, `${current}: `, [field.name, { by: year.name, year: current }, one.name]),
    );
  });
};

/** Whether a cell says what it said, however a spreadsheet writes days and amounts. */
export const saysStill = (cell: ReadCell, before: string): boolean => {
  const text = textOfCell(cell);
  if (text === before) return true;
  const day = dayOfText(text);
  return (day.kind === 'value' && day.value === before) || (before !== '' && poundsOfText(text) === Number(before));
};
