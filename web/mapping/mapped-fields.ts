import { addFinancialYears, financialYearFrom, financialYearOf, type LocalDate } from '#language/time.ts';
import { type Field, yearOfItems } from '#registers/fields.ts';
import { type ChoicesOf, type Column, columnsOf, type Step } from '../workbook/columns.ts';

/*
 * What the columns of a spreadsheet may be mapped to: the columns that a workbook of the register has, and the reason where a value is still to be
 * confirmed. What refers to another entry is chosen on the pages.
 */

export interface MappedField {
  /** By which a mapping keeps it: `current.1.likelihood`, `years.2026/27.plan` */
  readonly key: string;
  readonly column: Column;
  /** The field of the record that it is of. */
  readonly of: Field;
  /** Whether every record has to have it. */
  readonly needed: boolean;
}

const partOf = (step: Step): string =>
  typeof step === 'string' ? step : 'year' in step ? step.year : String(step.form);
const keyOf = ({ steps }: Column): string => steps.map(partOf).join('.');

/** Where a value has a second form of words, as a score that is to be confirmed: that one. */
const otherFormsOf = (field: Field): readonly Column[] =>
  (field.forms?.[1] ?? [])
    .filter(({ kind }) => kind === 'text')
    .map((one) => ({
      label: `${field.label}: ${one.label}`,
      hint: one.hint,
      field: one,
      steps: [field.name, { form: 2 }, one.name],
    }));

/** Two digits alone are a year from 2020/21 to 2059/60, so that ages and weeks are none. */
const yearInHead = /(?<![\d/–-])(20)?([2-5]\d|(?<=20)\d\d)\s*[/–-]\s*(?:20)?(\d\d)(?![\d/–-])/g;

/** Financial years that texts name: `2026/27`, `2026-27`, `2026/2027`, `26/27` and `FY26-27`. `FY26` names none: some mean the year that begins then. */
export const yearsNamedIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts.flatMap((text) =>
      [...text.matchAll(yearInHead)]
        .filter(([, , from, to]) => (Number(from) + 1) % 100 === Number(to))
        .map(([, , from]) => financialYearFrom(2_000 + Number(from))),
    ),
  ),
];

/** The year that a column is of, in a list by year. */
export const yearOfColumn = ({ steps }: Column): string | undefined =>
  steps.flatMap((step) => (typeof step === 'object' && 'year' in step ? [step.year] : []))[0];

/** @param years that the heads of the spreadsheet name, for lists by year: these, the year before this one, this one and the two that follow have columns */
export const mappedFieldsOf = (
  fields: readonly Field[],
  years: readonly string[],
  today: LocalDate,
  choicesOf: ChoicesOf,
): readonly MappedField[] => {
  const offered = [...years, addFinancialYears(financialYearOf(today), -1)];
  const held = Object.fromEntries(
    fields.flatMap((field) => {
      const year = field.kind === 'list' ? yearOfItems(field)?.name : undefined;
      return year === undefined ? [] : [[field.name, offered.map((one) => ({ [year]: one }))]];
    }),
  );
  const columns = columnsOf(fields, [held], today, choicesOf);
  return fields.flatMap((of) =>
    [...columns.filter(({ steps }) => steps[0] === of.name), ...otherFormsOf(of)]
      .filter(({ field }) => field.register === undefined)
      .map((column) => ({ key: keyOf(column), column, of, needed: of.required && column.field.required })),
  );
};
