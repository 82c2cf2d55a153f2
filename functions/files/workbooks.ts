/*
 * What makes workbooks to be filled in, and reads them: loaded when the first is asked for, from a file of its own beside the bundle of the pages
 * (docs/adr/0087-files-of-a-report.md).
 */

export { readFile } from './read-file.ts';
export { textsToFillIn } from './texts-to-fill-in.ts';
export { workbookToFillIn } from './workbook-to-fill-in.ts';
