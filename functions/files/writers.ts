/*
 * What writes files of formats that are no text: loaded when the first of them is asked for, from a file of its own beside
 * the function's bundle (docs/adr/0087-files-of-a-report.md).
 */

export { archive } from './archive.ts';
export { workbook } from './workbook.ts';
