import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import type { ReadCell, ReadFile } from './compare-tables.ts';

/*
 * A workbook as a reader of another's making has it.
 */

const timeOf = (date: Date): string => new Date(Math.round(date.getTime() / 10) * 10).toISOString();

const cellOf = (cell: unknown): ReadCell => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return `time:${timeOf(cell)}`;
  return typeof cell === 'number' ? `number:${cell}` : String(cell);
};

export const readWorkbookOf = async (bytes: Uint8Array): Promise<ReadFile> => {
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
  return {
    tables: new Map(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map(cellOf))])),
    isTyped: true,
    written: (kind, value) => {
      if (kind === 'number') return `number:${Number(value)}`;
      // Of a text cell, XML reads every end of a line as a line feed.
      return kind === 'text' ? value.replaceAll(/\r\n?/g, '\n') : `time:${timeOf(new Date(value))}`;
    },
  };
};

/** The documents of XML that a workbook consists of, by their names. */
export const xmlOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('utf8')]));
