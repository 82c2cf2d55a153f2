import { pathToFileURL } from 'node:url';
import { archive } from '#functions/files/archive.ts';
import { paged, readFonts } from '#functions/files/paper.ts';
import { workbook } from '#functions/files/workbook.ts';
import { Report } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { reportPage } from '#web/report-page.ts';
import { aboutReport } from '#web/tables/about-report.ts';
import { tablesOf } from '#web/tables/report-tables.ts';
import { rowsAreOf } from '#web/tables/rows-are-of.ts';
import { sectionCsv } from '#web/tables/section-csv.ts';
import { readArchiveOf } from '../../support/archive-reader.ts';
import { differencesOnPage } from '../../support/compare-page.ts';
import { differencesOf } from '../../support/compare-tables.ts';
import { differencesOnPaper, readPaper } from '../../support/paper-reader.ts';
import { titlesOf } from '../../support/pulled-report.ts';
import { publication } from '../../support/report-samples.ts';
import { readWorkbookOf } from '../../support/workbook-reader.ts';
import type { Published } from './series.ts';

const fonts = readFonts(pathToFileURL('node_modules/@fontsource/noto-sans/files/'));

const reportOf = ({ made: { content } }: Published) => Report.parse({ content, publication, rowsAtMost: everyRow });

/** What differs between the JSON of a report and its workbook, or its archive of CSV, read back by a reader of another's making. */
export const tableFaults = async (published: Published): Promise<readonly string[]> => {
  const { month, made } = published;
  const { lines } = made;
  const report = reportOf(published);
  const tables = tablesOf(report, lines);
  const all = [aboutReport(report, tables, null), ...tables];
  const { publishedAt } = publication;
  const titles = titlesOf(report, lines);
  const book = await readWorkbookOf(await workbook(all, publishedAt));
  const files = new Map(all.map((table) => [`${table.id}.csv`, sectionCsv(rowsAreOf(report), table)]));
  return [
    ...differencesOf(report, lines, book).map((one) => `${month} workbook: ${one}`),
    ...differencesOf(report, lines, readArchiveOf(archive(files, publishedAt), titles)).map(
      (one) => `${month} CSV: ${one}`,
    ),
  ];
};

/** What differs between the page of a report and its JSON, or its paper, read back by a reader of another's making. */
export const paperFaults = async (published: Published): Promise<readonly string[]> => {
  const { month, made } = published;
  const { lines } = made;
  const report = reportOf(published);
  const page = reportPage({ report, lines, linesComplete: true });
  const { publishedAt } = publication;
  const about = { title: 'A report', author: 'A council', subject: month, writtenAt: publishedAt, foot: month };
  return [
    ...differencesOnPage(report, lines, page).map((one) => `${month} page: ${one}`),
    ...differencesOnPaper(page, await readPaper(await paged(page, about, fonts))).map(
      (one) => `${month} paper: ${one}`,
    ),
  ];
};
