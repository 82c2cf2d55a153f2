/*
 * What draws a report on paper: a thousand kilobytes that only PDF needs, so loaded by itself when the first is asked for
 * (docs/adr/0087-files-of-a-report.md).
 */

export { paged } from './pdf/document.ts';
export { readFonts } from './pdf/fonts.ts';
