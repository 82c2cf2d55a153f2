import { registers } from '#registers/all.ts';
import { fieldsOf } from '#registers/fields.ts';
import { guessedMapping } from '#web/mapping/guess.ts';
import { mappedFieldsOf, yearsNamedIn } from '#web/mapping/mapped-fields.ts';
import type { Mapped } from '#web/mapping/mapped-plan.ts';
import { type Mapping, programmeItself } from '#web/mapping/mapping.ts';
import { headRowsIn, tableAt } from '#web/mapping/table.ts';
import { reviewNamed } from '#web/mapping/words.ts';
import type { ReadCell, ReadSheet } from '#web/workbook/sheet.ts';

/** A sheet as it is read of a file: a row of cells each, from row 1; merged ranges besides. */
export const sheetOf = (
  name: string,
  rows: readonly (readonly ReadCell[])[],
  merged: readonly string[] = [],
): ReadSheet => ({
  ...{ name, merged: [...merged], formulas: 0 },
  rows: rows
    .map((cells, n) => ({ number: n + 1, hidden: false, cells: [...cells] }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
});

const reviews = [
  { id: 'home-care', title: 'Home care' },
  { id: 'property', title: 'Property' },
];

/** A sheet with the mapping that is guessed for it, and what is changed of that. */
export const mappedTable = (
  path: Mapping['register'],
  sheet: ReadSheet,
  change: (mapping: Mapping) => Mapping = (mapping) => mapping,
): Mapped => {
  const register = registers.find((one) => one.path === path);
  const [heads] = headRowsIn([sheet], new Set());
  if (register === undefined || heads === undefined) throw new Error(path);
  const table = tableAt(sheet, heads.row);
  const fields = fieldsOf(register.record);
  const years = yearsNamedIn(table.heads.map(({ text }) => text));
  const mappedFields = mappedFieldsOf(fields, years, '2026-04-10', () => []);
  const guessed = guessedMapping(path, mappedFields, table, (text) => reviewNamed(reviews, text) !== undefined);
  return { register, fields, mappedFields, table, reviews, mapping: change(guessed), review: programmeItself };
};
