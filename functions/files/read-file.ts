import { hash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { largestFile, type ReadFile, type ReadSheet } from '#web/workbook/sheet.ts';
import { readSheets, withinRows } from './read-sheets.ts';
import { rowsOfText } from './read-text.ts';
import { RefusedFile } from './refused-file.ts';

/** What a file holds once it is unpacked, at most: a file of 4 MB that unpacks to more is meant to harm. */
const mostUnpacked = 48 * 1_024 * 1_024;
const mostParts = 200;
/** Letters of its cells as JSON: some thirty thousand rows of a register. */
const mostLetters = 6_000_000;

/** The parts that are read: no other is unpacked. */
const isRead = (name: string): boolean =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(name);

/** A text of rows among the files of an archive; what a Mac adds beside each file is none. */
const isText = (name: string): boolean => /\.csv$/i.test(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name);
/** `Risks` of `sent back/Risks.csv`. */
const nameOfText = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '');

const inBytes = (bytes: Uint8Array, ...begin: readonly number[]): boolean =>
  begin.every((byte, n) => bytes[n] === byte);

const unpacked = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  let [size, count] = [0, 0];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      count += 1;
      if (/vbaProject|\/activeX\//i.test(name))
        throw new RefusedFile('holds macros: save it without them, as an Excel workbook (.xlsx)');
      if (/\/externalLinks\//i.test(name))
        throw new RefusedFile('is linked to another workbook: put the values in the place of the links');
      if (/^content\.xml$/.test(name))
        throw new RefusedFile('is an OpenDocument spreadsheet: save it as an Excel workbook (.xlsx) or as CSV');
      if (count > mostParts)
        throw new RefusedFile('has too many parts: save the sheet alone, as an Excel workbook (.xlsx)');
      if (!isRead(name) && !isText(name)) return false;
      size += originalSize;
      if (size > mostUnpacked)
        throw new RefusedFile('unpacks to more than is read: save the sheet alone, without pictures');
      return true;
    },
  });
  return new Map(Object.entries(parts));
};

/** @throws RefusedFile where two files have one name */
const sheetsOfTexts = (parts: ReadonlyMap<string, Uint8Array>): readonly ReadSheet[] => {
  const sheets = [...parts].map(([path, text]) => withinRows({ ...rowsOfText(text), name: nameOfText(path) }));
  const second = sheets.find(({ name }, n) => sheets.findIndex((one) => one.name === name) !== n);
  if (second !== undefined) throw new RefusedFile(`holds two files called ${second.name}.csv: keep one of them`);
  return sheets;
};

const sheetsOf = (bytes: Uint8Array) => {
  if (inBytes(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new RefusedFile(
      'is an old workbook (.xls), or needs a password: save it as an Excel workbook (.xlsx) without one',
    );
  if (!inBytes(bytes, 0x50, 0x4b)) return [withinRows(rowsOfText(bytes))];
  const parts = unpacked(bytes);
  if (parts.has('xl/workbook.xml')) return readSheets(parts);
  const texts = new Map([...parts].filter(([name]) => isText(name)));
  if (texts.size === 0) throw new RefusedFile('is no Excel workbook: choose the .xlsx or the .csv file');
  return sheetsOfTexts(texts);
};

/**
 * A workbook (.xlsx), a text of rows (CSV) or an archive (ZIP) of such texts as cells. Nothing in it is run, followed or looked up.
 *
 * @param name as the browser gives it
 */
export const readFile = (bytes: Uint8Array, name: string): ReadFile => {
  const refused = (why: string): ReadFile => ({ name, refused: why });
  if (bytes.length === 0) return refused('is empty');
  if (bytes.length > largestFile)
    return refused('is larger than 4 MB: take out pictures and sheets that are not needed');
  try {
    const read = { name, digest: hash('sha256', bytes), sheets: sheetsOf(bytes) };
    return JSON.stringify(read).length > mostLetters
      ? refused('holds more than is read: keep the sheets of registers alone, without what stands around them')
      : read;
  } catch (error) {
    if (error instanceof RefusedFile) return refused(error.message);
    return refused('cannot be read: open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx)');
  }
};
