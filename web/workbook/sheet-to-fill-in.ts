import { cellOf } from './cell-values.ts';
import { type Column, valueAt } from './columns.ts';
import { type CurrentEntry, idHead, type Place } from './place.ts';
import type { WrittenColumn, WrittenSheet } from './sheet.ts';

const written = ({ label, hint, field, choices, byReview }: Column): WrittenColumn => {
  const head = { head: label, hint: field.kind === 'list' ? `${hint}. Several are divided by semicolons` : hint };
  if (field.kind === 'yes or no') return { ...head, choices: ['Yes', 'No'] };
  return choices === undefined || byReview !== undefined || field.kind === 'list'
    ? head
    : { ...head, choices: choices.map((one) => one.label) };
};

/**
 * The entries of a register as a sheet: a row each, by which it is known again out of sight.
 *
 * @param columnsOf an entry, where they are not the same of all
 */
export const sheetToFillIn = <E extends CurrentEntry>(
  title: string,
  { fields, columns, workedOut = [], entries }: Omit<Place, 'entries'> & { readonly entries: readonly E[] },
  columnsOf: (entry: E) => readonly Column[] = () => columns,
): WrittenSheet => ({
  title,
  columns: [
    { head: idHead, hint: '', hidden: true },
    ...columns.map(written),
    ...workedOut.map(({ label, hint }) => ({
      ...{ head: label, workedOut: true as const },
      hint: `The tracker works this out, and does not read what is typed here. ${hint}`,
    })),
  ],
  rows: entries.map((entry) => [
    entry.id,
    ...columnsOf(entry).map((column) => cellOf(column, valueAt(entry.record, column, fields))),
    ...workedOut.map(({ cell }) => cell(entry.computed ?? {})),
  ]),
});
