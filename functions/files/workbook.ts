import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell, type Sheet as WrittenSheet } from 'write-excel-file/node';
import { shownText } from '#language/unclear-characters.ts';
import type { TableCell } from '#web/tables/cell.ts';
import type { SectionTable } from '#web/tables/report-tables.ts';
import { sheetNames } from './sheet-names.ts';

/** A cell of a workbook holds no more, in Excel and in LibreOffice. */
const mostCharacters = 32_767;
const cutShort = ' … (cut here: a cell has no room for more; every other format has it whole)';

/** Days before it are another day in Excel, which has a 29 February 1900. */
const firstDay = '1900-03-01';

const textCell = (text: string): Cell => {
  const shown = shownText(text);
  const value =
    shown.length <= mostCharacters
      ? shown
      : `${shown.slice(0, mostCharacters - cutShort.length).toWellFormed()}${cutShort}`;
  // The format of text: what begins as a formula is none, even once somebody has edited the cell.
  return { type: String, value, format: '@', wrap: true, alignVertical: 'top' };
};

const timeCell = (instant: string, format: string): Cell =>
  instant < firstDay
    ? textCell(instant)
    : { type: Date, value: new Date(instant), format, align: 'left', alignVertical: 'top' };

const numberCell = (value: number, format: string): Cell => ({ type: Number, value, format, alignVertical: 'top' });

const writtenCell = (cell: TableCell): Cell => {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'number') return numberCell(cell, Number.isInteger(cell) ? '#,##0' : '#,##0.###');
  if ('pounds' in cell) return numberCell(cell.pounds, Number.isInteger(cell.pounds) ? '"£"#,##0' : '"£"#,##0.00');
  return 'day' in cell ? timeCell(cell.day, 'd mmm yyyy') : timeCell(cell.instant, 'd mmm yyyy hh:mm');
};

const headCell = (head: string): Cell => ({
  type: String,
  value: head,
  format: '@',
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: '#e8edf2',
});

const [narrowest, widest] = [8, 60];
const lengthOf = (cell: TableCell): number => {
  if (cell === null) return 0;
  if (typeof cell === 'object') return 14;
  return typeof cell === 'number' ? `${cell}`.length + 3 : cell.length;
};

const widthsOf = ({ head, rows }: SectionTable): readonly { readonly width: number }[] =>
  head.map((name, n) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[n] ?? null)), Math.min(name.length, 14));
    return { width: Math.min(widest, Math.max(narrowest, longest + 1)) };
  });

/**
 * Tables as a workbook of Office Open XML, a sheet each, with its head frozen: numbers, sums and dates are such, texts are
 * texts, and there is no formula. The name of each sheet begins with what is given. The same tables and instant give the same bytes.
 */
export const workbook = async (
  tables: readonly SectionTable[],
  writtenAt: string,
  sheetsBegin = '',
): Promise<Uint8Array> => {
  const names = sheetNames(tables.map(({ title }) => `${sheetsBegin}${title}`));
  const sheets = tables.map(
    (table, n): WrittenSheet<never> => ({
      sheet: names[n] ?? table.id,
      data: [table.head.map(headCell), ...table.rows.map((row) => row.map(writtenCell))],
      columns: [...widthsOf(table)],
      stickyRowsCount: 1,
      orientation: 'landscape',
    }),
  );
  const written = await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 10 }).toBuffer();
  // The writer puts the time of its clock on each of its parts.
  return zipSync(unzipSync(written), { mtime: new Date(writtenAt) });
};
