import { pathToFileURL } from 'node:url';
import { archive } from '#functions/files/archive.ts';
import { paged, readFonts } from '#functions/files/paper.ts';
import { workbook } from '#functions/files/workbook.ts';
import { rowsAreOf } from '#functions/reports/report-files.ts';
import { Report } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { reportPage } from '#web/report-page.ts';
import { aboutReport } from '#web/tables/about-report.ts';
import { tablesOf } from '#web/tables/report-tables.ts';
import { sectionCsv } from '#web/tables/section-csv.ts';
import { readArchiveOf } from '../../support/archive-reader.ts';
import { differencesOf } from '../../support/compare-tables.ts';
import { differencesOnPaper, readPaper } from '../../support/paper-reader.ts';
import { publication } from '../../support/report-samples.ts';
import { readWorkbookOf } from '../../support/workbook-reader.ts';
import type { Published } from './series.ts';

const fonts = readFonts(pathToFileURL('node_modules/@fontsource/noto-sans/files/'));

/**
 * What differs between the formats of a report, each written as it is pulled and read back by a reader of another's making: the workbook and
 * the CSV of every section from its JSON, and the paper from its page.
 */
export const formatFaults = async ({ month, made: { content, lines } }: Published): Promise<readonly string[]> => {
  const report = Report.parse({ content, publication, rowsAtMost: everyRow });
  const tables = tablesOf(report, lines);
  const all = [aboutReport(report, tables, null), ...tables];
  const { publishedAt } = publication;
  const titles = new Map([['report', 'Report'], ...tables.map(({ id, title }) => [id, title] as const)]);
  const book = await readWorkbookOf(await workbook(all, publishedAt));
  const files = new Map(all.map((table) => [`${table.id}.csv`, sectionCsv(rowsAreOf(report), table)]));
  const page = reportPage({ report, lines, linesComplete: true });
  const about = { title: 'A report', author: 'A council', subject: month, writtenAt: publishedAt, foot: month };
  return [
    ...differencesOf(report, lines, book).map((one) => `${month} workbook: ${one}`),
    ...differencesOf(report, lines, readArchiveOf(archive(files, publishedAt), titles)).map(
      (one) => `${month} CSV: ${one}`,
    ),
    ...differencesOnPaper(page, await readPaper(await paged(page, about, fonts))).map(
      (one) => `${month} paper: ${one}`,
    ),
  ];
};
