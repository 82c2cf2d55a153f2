import { cellOf } from './cell-values.ts';
import { valueAt } from './columns.ts';
import { idHead, type Place } from './place.ts';
import type { WrittenSheet } from './sheet.ts';

/** The entries of a register as a sheet: a row each, by which it is known again out of sight. */
export const sheetToFillIn = (title: string, { fields, columns, entries }: Place): WrittenSheet => ({
  title,
  columns: [
    { head: idHead, hint: '', hidden: true },
    ...columns.map(({ label, hint, field, choices }) => ({
      ...{ head: label, hint },
      ...(choices === undefined || field.kind === 'list' ? {} : { choices: choices.map((one) => one.label) }),
      ...(field.kind === 'yes or no' ? { choices: ['Yes', 'No'] } : {}),
    })),
  ],
  rows: entries.map(({ id, record }) => [
    id,
    ...columns.map((column) => cellOf(column, valueAt(record, column, fields))),
  ]),
});
