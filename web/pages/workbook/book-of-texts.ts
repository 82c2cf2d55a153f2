import type { ReadCell, ReadFile, ReadSheet } from '../../workbook/sheet.ts';

/*
 * The sheets of a workbook that were brought as texts (CSV): each by itself, named as the file is, or all of them in an archive.
 */

type Read = Exclude<ReadFile, { refused: string }>;

const textEnds = /\.(?:csv|txt)$/i;
export const isOfTexts = ({ name }: Pick<Read, 'name'>): boolean => textEnds.test(name) || /\.zip$/i.test(name);

/** What was written so that no spreadsheet takes it for a formula, as it was before. */
const asItWas = (cell: ReadCell): ReadCell =>
  typeof cell === 'string' ? cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '') : cell;

/** `Risks` of `Risks (1).csv`, as a browser names what it keeps a second time. */
const nameOf = (file: string): string => file.replace(textEnds, '').replace(/ \(\d+\)$/, '');

/** The sheets by the names that the workbook has. */
export const sheetsOfFile = (file: Read): readonly ReadSheet[] => {
  if (!isOfTexts(file)) return file.sheets;
  return file.sheets.map((sheet) => ({
    ...sheet,
    name: textEnds.test(file.name) ? nameOf(file.name) : sheet.name,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(asItWas) })),
  }));
};

/** What is said of a text by itself: by it nobody knows what its cells said when it was downloaded. */
export const notesOnTexts = (file: Read): readonly string[] =>
  !isOfTexts(file) || file.sheets.some(({ name }) => /(?:^|, )as it was$/i.test(name))
    ? []
    : [
        'A CSV file by itself does not keep how its cells were when it was downloaded: whatever is different from what is recorded now is offered as a change, also where somebody else changed it since. The archive (.zip) and the workbook keep it.',
      ];
