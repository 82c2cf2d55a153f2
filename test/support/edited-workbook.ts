import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFile } from '#functions/files/read-file.ts';
import { ReadSheet } from '#web/workbook/sheet.ts';

/** What somebody types into a cell, by its row (from 1, below the heads) and the head of its column; a number as a number, null to empty it. */
export type Typed = readonly [row: number, head: string, value: string | number | null];

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const cellXml = (at: string, value: string | number | null): string =>
  value === null
    ? ''
    : typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

/** Puts a cell into its row in the place of what was there, in the order of columns. */
const withCell = (row: string, at: string, value: string | number | null): string => {
  const cells = row.match(/<c r="[A-Z]+\d+"[^>]*?(?:\/>|>.*?<\/c>)/g) ?? [];
  const order = (cell: string): string => (/r="([A-Z]+)/.exec(cell)?.[1] ?? '').padStart(3, ' ');
  const kept = cells.filter((cell) => !cell.startsWith(`<c r="${at}"`));
  const made = cellXml(at, value);
  return [...kept, ...(made === '' ? [] : [made])]
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
    .join('');
};

/** A sheet of a workbook, the first unless said, as somebody left it who typed into some of its cells, and whatever is to be done to its XML besides. */
export const edited = (
  bytes: Uint8Array,
  typed: readonly Typed[],
  also: (xml: string) => string = (xml) => xml,
  sheet = 0,
): Uint8Array => {
  const read = readFile(bytes, 'workbook.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  const heads = ReadSheet.parse(read.sheets[sheet]).rows[0]?.cells ?? [];
  const parts = unzipSync(bytes);
  const part = `xl/worksheets/sheet${sheet + 1}.xml`;
  let xml = strFromU8(parts[part] ?? new Uint8Array());
  for (const [row, head, value] of typed) {
    const column = heads.indexOf(head);
    if (column < 0) throw new Error(`there is no column ${head}: ${heads.join(', ')}`);
    const [number, at] = [row + 1, `${letters(column)}${row + 1}`];
    const whole = new RegExp(`<row r="${number}"[^>]*>(.*?)</row>`);
    xml = whole.test(xml)
      ? xml.replace(whole, (_, cells: string) => `<row r="${number}">${withCell(cells, at, value)}</row>`)
      : xml.replace('</sheetData>', `<row r="${number}">${withCell('', at, value)}</row></sheetData>`);
  }
  parts[part] = strToU8(also(xml));
  return zipSync(parts);
};
