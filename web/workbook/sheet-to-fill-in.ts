import { cellOf } from './cell-values.ts';
import { valueAt } from './columns.ts';
import { idHead, type Place } from './place.ts';
import type { WrittenSheet } from './sheet.ts';

/** The entries of a register as a sheet: a row each, by which it is known again out of sight. */
export const sheetToFillIn = (title: string, { fields, columns, workedOut = [], entries }: Place): WrittenSheet => ({
  title,
  columns: [
    { head: idHead, hint: '', hidden: true },
    ...columns.map(({ label, hint, field, choices }) => ({
      ...{ head: label, hint },
      ...(choices === undefined || field.kind === 'list' ? {} : { choices: choices.map((one) => one.label) }),
      ...(field.kind === 'yes or no' ? { choices: ['Yes', 'No'] } : {}),
    })),
    ...workedOut.map(({ label, hint }) => ({
      ...{ head: label, workedOut: true as const },
      hint: `The tracker works this out, and does not read what is typed here. ${hint}`,
    })),
  ],
  rows: entries.map(({ id, record, computed = {} }) => [
    id,
    ...columns.map((column) => cellOf(column, valueAt(record, column, fields))),
    ...workedOut.map(({ cell }) => cell(computed)),
  ]),
});
