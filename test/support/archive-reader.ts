import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { ReadFile, ReadTable } from './compare-tables.ts';

/*
 * The CSV files of an archive as a reader of another's making has them.
 */

/** A file of CSV as records of fields. */
export const readCsv = (text: string): ReadTable => parse(text, { bom: true, relax_column_count: false });

const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** CSV has no types, and puts an apostrophe before what a spreadsheet would take for a formula. */
const written: ReadFile['written'] = (kind, value) => (kind === 'text' && formula.test(value) ? `'${value}` : value);

/**
 * @param titles of the sections, by the names of their files without the ending
 * @param areOf how many columns say first of which report each row is
 */
export const readArchiveOf = (bytes: Uint8Array, titles: ReadonlyMap<string, string>, areOf = 3): ReadFile => ({
  tables: new Map(
    Object.entries(unzipSync(bytes)).map(([name, file]) => {
      const id = name.replace(/\.csv$/, '');
      const rows = readCsv(Buffer.from(file).toString('utf8')).map((row) => row.slice(areOf));
      return [titles.get(id) ?? id, rows];
    }),
  ),
  isTyped: false,
  written,
});
