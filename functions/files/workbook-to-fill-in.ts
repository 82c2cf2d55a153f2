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
import { cellsOfWhose, type Whose, whoseSheet } from '#web/workbook/whose.ts';
import { cellListsOf, type ListSheet } from './cell-lists.ts';
import { validationsOf } from './cell-validations.ts';
import { sheetNames } from './sheet-names.ts';

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

const changed = (parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void => {
  const before = parts[name];
  if (before === undefined) throw new Error(`the writer made no ${name}`);
  const [xml, after] = [strFromU8(before), change(strFromU8(before))];
  if (xml === after) throw new Error(`nothing was changed of ${name}`);
  parts[name] = strToU8(after);
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

/** The columns up to that of the title stay in sight: at most the id, the review and it. */
const columnsInSight = (columns: readonly WrittenColumn[]): number =>
  columns.slice(0, 3).findIndex(({ head }) => head === 'Title') + 1;

/** The cells that can be filtered: `A1:H20` */
const filtered = ({ columns, rows }: Written): string => `A1:${addressOf(columns.length - 1, rows.length + 1)}`;

/** Excel finds the cells that a sheet filters by a name out of sight (ISO/IEC 29500-1, 18.2.5). */
const nameOfFiltered = (sheet: Written, n: number): string =>
  `<definedName name="_xlnm._FilterDatabase" localSheetId="${n}" hidden="1">'${sheet.name.replaceAll("'", "''")}'!${filtered(sheet).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}</definedName>`;

const sheetsIn = (written: readonly Written[], lists: readonly ListSheet[]): Sheet<never>[] => [
  ...written.map(({ name, columns, rows, data }) => ({
    sheet: name,
    data,
    columns: columns.map((column, n) => ({ width: widthOf(column, n, rows) })),
    stickyRowsCount: 1,
    ...(columnsInSight(columns) === 0 ? {} : { stickyColumnsCount: columnsInSight(columns) }),
    orientation: 'landscape' as const,
  })),
  ...written.map(({ kept, data }) => ({ sheet: kept, data })),
  ...lists.map(({ name, rows }) => ({
    sheet: name,
    data: rows.length === 0 ? [[null]] : rows.map((row) => row.map(cellOf)),
  })),
];

/**
 * Sheets as a workbook of Office Open XML that people fill in and bring back: heads and titles frozen, a filter on each column, the hint of each column beside its cells, lists to choose
 * from, money and dates as such; ids, lists, every cell as it is now and whose it is are kept out of sight. The same sheets and instant give the same bytes.
 */
export const workbookToFillIn = async (
  sheets: readonly WrittenSheet[],
  writtenAt: string,
  whose?: Whose,
): Promise<Uint8Array> => {
  const written = writtenOf(sheets);
  const lists = cellListsOf(sheets.flatMap(({ columns }) => columns));
  const unseen = [...lists.sheets, ...(whose === undefined ? [] : [{ name: whoseSheet, rows: cellsOfWhose(whose) }])];
  const parts = unzipSync(
    await writeExcelFile(sheetsIn(written, unseen), { fontFamily: 'Arial', fontSize: 10 }).toBuffer(),
  );
  const outOfSight = new Set([...unseen.map(({ name }) => name), ...written.map(({ kept }) => kept)]);
  changed(parts, 'xl/workbook.xml', (xml) =>
    xml
      .replace('<definedNames/>', `<definedNames>${written.map(nameOfFiltered).join('')}</definedNames>`)
      .replaceAll(/<sheet (?=[^>]*name="([^"]*)")/g, (tag, name: string) =>
        outOfSight.has(name) ? '<sheet state="veryHidden" ' : tag,
      ),
  );
  for (const [n, sheet] of written.entries()) {
    const { columns, rows } = sheet;
    changed(parts, `xl/worksheets/sheet${n + 1}.xml`, (xml) =>
      columns
        .reduce(
          (made, { hidden }, at) =>
            hidden ? made.replace(`<col min="${at + 1}" `, `<col hidden="1" min="${at + 1}" `) : made,
          xml,
        )
        .replace(
          '</sheetData>',
          `</sheetData><autoFilter ref="${filtered(sheet)}"/>${validationsOf(columns, lists.formulas, rows.length)}`,
        ),
    );
  }
  return zipSync(parts, { mtime: new Date(writtenAt) });
};
