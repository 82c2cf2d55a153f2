import { type Cell, csv } from '#web/csv.ts';
import { asMadeOf } from '#web/workbook/book.ts';
import type { WrittenCell, WrittenSheet } from '#web/workbook/sheet.ts';
import { cellsOfWhose, type Whose, whoseSheet } from '#web/workbook/whose.ts';
import { archive } from './archive.ts';
import { sheetNames } from './sheet-names.ts';

const cellOf = (cell: WrittenCell): Cell => {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'pounds' in cell ? cell.pounds : cell.day;
};

const textOfWhose = (whose: Whose): string => {
  const [head = [], ...rows] = cellsOfWhose(whose);
  return csv(head, rows);
};

/**
 * Sheets as one archive (ZIP) of a CSV each, that people fill in and bring back; in a folder beside them each as it is now, by which it is known what
 * somebody else changed since, and whose they are. The same sheets and instant give the same bytes.
 */
export const textsToFillIn = (sheets: readonly WrittenSheet[], writtenAt: string, whose?: Whose): Uint8Array => {
  const names = sheetNames(sheets.map(({ title }) => title));
  const texts = sheets.map(({ title, columns, rows }, n) => {
    const text = csv(
      columns.map(({ head }) => head),
      rows.map((row) => row.map(cellOf)),
    );
    return [names[n] ?? title, text] as const;
  });
  const kept = texts.map(([name, text]) => [`As it was/${asMadeOf(name)}.csv`, text] as const);
  const own = whose === undefined ? [] : [[`As it was/${whoseSheet}.csv`, textOfWhose(whose)] as const];
  return archive(new Map([...texts.map(([name, text]) => [`${name}.csv`, text] as const), ...kept, ...own]), writtenAt);
};
