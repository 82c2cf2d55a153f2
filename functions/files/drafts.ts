/*
 * What makes the formats of a draft: loaded when the first is asked for, since the page of every section is in it, from a file of its own beside
 * the bundle of reads (docs/adr/0087-files-of-a-report.md).
 */

export { draftInFormat } from '../reports/draft-formats.ts';
