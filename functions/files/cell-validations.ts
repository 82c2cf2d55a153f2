import { addressOf, type WrittenColumn } from '#web/workbook/sheet.ts';

/*
 * What is said beside the cells of a workbook, what may be chosen in them, and what is refused (ISO/IEC 29500-1, 18.3.1.32): what the writer has no word for.
 */

/** Rows that somebody may add have the lists of their columns too: so many at least, and after those that are there. */
const [rowsToFillIn, rowsAfter] = [1_000, 500];
/** Excel shows no more of what it says beside a cell. */
const longestHint = 255;
const longestHintTitle = 32;

/** A head as the title of what is said beside its cells: cut at its end, where it is longer than Excel shows. */
const hintTitle = (head: string): string =>
  head.length <= longestHintTitle ? head : `${head.slice(0, longestHintTitle - 1).toWellFormed()}…`;

const inXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', ' ');

/** Typing into a cell of what the tracker works out is refused, in words: the sheet is not protected, so that it can be sorted. */
const refusing =
  'type="custom" showErrorMessage="1" errorTitle="Not filled in by hand" error="The tracker works this out: change what it follows from, in the white cells of the row. What stands here is not read."';
const choosing = 'type="list" showErrorMessage="1" errorStyle="warning"';

/** @param formulas of the lists of the columns */
export const validationsOf = (
  columns: readonly WrittenColumn[],
  formulas: ReadonlyMap<WrittenColumn, string>,
  rows: number,
): string => {
  const last = Math.max(rowsToFillIn, rows + rowsAfter);
  const each = columns.flatMap((column, n) => {
    const { head, hint, workedOut, hidden } = column;
    const list = formulas.get(column);
    if (hidden || (hint === '' && list === undefined)) return [];
    const ask =
      hint === ''
        ? ''
        : ` showInputMessage="1" promptTitle="${inXml(hintTitle(head))}" prompt="${inXml(hint.slice(0, longestHint))}"`;
    const cells = (from: number): string => `allowBlank="1"${ask} sqref="${addressOf(n, from)}:${addressOf(n, last)}"`;
    const validation = (what: string, formula: string, from: number): string =>
      `<dataValidation ${what} ${cells(from)}><formula1>${formula}</formula1></dataValidation>`;
    if (workedOut) return [validation(refusing, 'FALSE', 1)];
    return [list === undefined ? `<dataValidation ${cells(2)}/>` : validation(choosing, inXml(list), 2)];
  });
  return each.length === 0 ? '' : `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
};
