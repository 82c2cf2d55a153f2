import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { asMadeOf } from '#web/workbook/book.ts';
import {
  addressOf,
  asMadeSheet,
  type WrittenCell,
  type WrittenColumn,
  type WrittenSheet,
} from '#web/workbook/sheet.ts';
import { sheetNames } from './sheet-names.ts';

/** Rows that somebody may add have the lists of their columns too: so many at least, and after those that are there. */
const [rowsToFillIn, rowsAfter] = [1_000, 500];
/** Excel shows no more of what it says beside a cell. */
const longestHint = 255;
const longestHintTitle = 32;

const text = (value: string): Cell => ({ type: String, value, format: '@', wrap: true, alignVertical: 'top' });

const cellOf = (cell: WrittenCell): Cell => {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return text(cell);
  if (typeof cell === 'number') return { type: Number, value: cell, format: '#,##0.###', alignVertical: 'top' };
  return 'pounds' in cell
    ? { type: Number, value: cell.pounds, format: '"£"#,##0', alignVertical: 'top' }
    : { type: Date, value: new Date(cell.day), format: 'd mmm yyyy', align: 'left', alignVertical: 'top' };
};

const headOf = ({ head, workedOut }: WrittenColumn): Cell => ({
  ...{ type: String, value: head, fontWeight: 'bold', wrap: true, alignVertical: 'top' },
  ...(workedOut ? { fontStyle: 'italic', backgroundColor: '#d0d0d0' } : { backgroundColor: '#f3f2f1' }),
});

/** A cell that nobody fills in is grey, whether it says something or not. */
const greyed = (cell: Cell): Cell => ({ ...(cell ?? {}), backgroundColor: '#e6e6e6' });

const widthOf = ({ head }: WrittenColumn, n: number, rows: WrittenSheet['rows']): number => {
  const longest = Math.max(0, ...rows.map((row) => (typeof row[n] === 'string' ? row[n].length : 12)));
  return Math.min(48, Math.max(12, Math.min(head.length, 24), longest / 2));
};

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', ' ');

/** What is said where somebody types into a cell of what the tracker works out: the cell stays as it is, and the sheet can be sorted (18.3.1.32). */
const refusing =
  ' type="custom" showErrorMessage="1" errorTitle="Not filled in by hand" error="The tracker works this out: change what it follows from, in the white cells of the row. What stands here is not read."';

/** What the writer has no word for: the list of a column, and what is said beside a cell of it (ISO/IEC 29500-1, 18.3.1.32). */
const validationsOf = (
  columns: readonly WrittenColumn[],
  listAt: ReadonlyMap<WrittenColumn, number>,
  rows: number,
): string => {
  const last = Math.max(rowsToFillIn, rows + rowsAfter);
  const each = columns.flatMap((column, n) => {
    const list = listAt.get(column);
    const choices = column.choices?.length ?? 0;
    if (column.hidden || (column.hint === '' && list === undefined)) return [];
    const ask =
      column.hint === ''
        ? ''
        : ` showInputMessage="1" promptTitle="${escaped(column.head.slice(-longestHintTitle))}" prompt="${escaped(column.hint.slice(0, longestHint))}"`;
    const cells = `${addressOf(n, 2)}:${addressOf(n, last)}`;
    if (column.workedOut)
      return [
        `<dataValidation${refusing} allowBlank="1"${ask} sqref="${addressOf(n, 1)}:${addressOf(n, last)}"><formula1>FALSE</formula1></dataValidation>`,
      ];
    return list === undefined
      ? [`<dataValidation allowBlank="1"${ask} sqref="${cells}"/>`]
      : [
          `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning"${ask} sqref="${cells}"><formula1>Lists!$${addressOf(list, 1).replace(/\d+$/, '')}$1:$${addressOf(list, 1).replace(/\d+$/, '')}$${choices}</formula1></dataValidation>`,
        ];
  });
  return each.length === 0 ? '' : `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
};

const changed = (parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void => {
  const before = parts[name];
  if (before === undefined) throw new Error(`the writer made no ${name}`);
  const [xml, after] = [strFromU8(before), change(strFromU8(before))];
  if (xml === after) throw new Error(`nothing was changed of ${name}`);
  parts[name] = strToU8(after);
};

/** Of a list that is chosen from, one column each. */
const listsOf = (columns: readonly WrittenColumn[]) => {
  const chosen = columns.filter(({ choices = [] }) => choices.length > 0);
  const longest = Math.max(0, ...chosen.map(({ choices = [] }) => choices.length));
  return {
    at: new Map(chosen.map((column, n) => [column, n])),
    rows: Array.from({ length: longest }, (_, row) => chosen.map(({ choices = [] }) => choices[row] ?? null)),
  };
};

interface Written {
  readonly name: string;
  /** The sheet out of sight that keeps it as it is. */
  readonly kept: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: WrittenSheet['rows'];
  readonly data: Cell[][];
}

const writtenOf = (sheets: readonly WrittenSheet[]): readonly Written[] => {
  const names = sheetNames(sheets.map(({ title }) => title));
  return sheets.map(({ title, columns, rows }, n) => ({
    name: names[n] ?? title,
    kept: sheets.length === 1 ? asMadeSheet : asMadeOf(names[n] ?? title),
    ...{ columns, rows },
    data: [
      columns.map(headOf),
      ...rows.map((row) => row.map((cell, at) => (columns[at]?.workedOut ? greyed(cellOf(cell)) : cellOf(cell)))),
    ],
  }));
};

const sheetsIn = (written: readonly Written[], lists: ReturnType<typeof listsOf>): Sheet<never>[] => [
  ...written.map(({ name, columns, rows, data }) => ({
    sheet: name,
    data,
    columns: columns.map((column, n) => ({ width: widthOf(column, n, rows) })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  })),
  ...written.map(({ kept, data }) => ({ sheet: kept, data })),
  {
    sheet: 'Lists',
    data:
      lists.rows.length === 0 ? [[null]] : lists.rows.map((row) => row.map((one) => (one === null ? null : text(one)))),
  },
];

/**
 * Sheets as a workbook of Office Open XML that people fill in and bring back: heads frozen, the hint of each column beside its cells, lists to choose
 * from, money and dates as such; ids, lists and every cell as it is now are kept out of sight. The same sheets and instant give the same bytes.
 */
export const workbookToFillIn = async (sheets: readonly WrittenSheet[], writtenAt: string): Promise<Uint8Array> => {
  const written = writtenOf(sheets);
  const lists = listsOf(sheets.flatMap(({ columns }) => columns));
  const parts = unzipSync(
    await writeExcelFile(sheetsIn(written, lists), { fontFamily: 'Arial', fontSize: 10 }).toBuffer(),
  );
  const outOfSight = new Set(['Lists', ...written.map(({ kept }) => kept)]);
  changed(parts, 'xl/workbook.xml', (xml) =>
    xml.replaceAll(/<sheet (?=[^>]*name="([^"]*)")/g, (tag, name: string) =>
      outOfSight.has(name) ? '<sheet state="veryHidden" ' : tag,
    ),
  );
  for (const [n, { columns, rows }] of written.entries())
    changed(parts, `xl/worksheets/sheet${n + 1}.xml`, (xml) =>
      columns
        .reduce(
          (made, { hidden }, at) =>
            hidden ? made.replace(`<col min="${at + 1}" `, `<col hidden="1" min="${at + 1}" `) : made,
          xml,
        )
        .replace('</sheetData>', `</sheetData>${validationsOf(columns, lists.at, rows.length)}`),
    );
  return zipSync(parts, { mtime: new Date(writtenAt) });
};
