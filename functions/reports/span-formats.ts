import { type Decided, refused } from '#domain/decided.ts';
import { spanInWords } from '#language/financial-spans.ts';
import { isFileType } from '#schemas/operations.ts';
import type { SpanReport } from '#schemas/span-report.ts';
import { spanPage } from '#web/span-page.ts';
import { sectionCsv, valuesCsv } from '#web/tables/section-csv.ts';
import { spanTables } from '#web/tables/span-tables.ts';
import type { FileAnswer, TextAnswer } from '../http/answer.ts';
import type { ReadsReports } from '../http/call.ts';
import { fileThatFits, textThatFits } from './format-that-fits.ts';
import type { ReportFormat, TextFormat } from './report-formats.ts';
import type { ToWrite } from './written-file.ts';

const tooLarge = 'In this format the report of this span has more than one answer has room for: ask for fewer months.';

const rowsAreOf = ({ programme, from, to }: SpanReport) => ({ Programme: programme.id, From: from, To: to });

const toWrite = (report: SpanReport): ToWrite => ({
  tables: spanTables(report),
  rowsAreOf: rowsAreOf(report),
  page: () => spanPage(report),
  title: `${report.programme.name}: report of ${spanInWords(report)}`,
  author: report.programme.council,
  subject: `Made from ${report.madeFrom.length} published reports, digest ${report.digest}`,
  writtenAt: report.asAt,
  foot: `${report.programme.name}, ${spanInWords(report)}. Digest ${report.digest}`,
});

const textOf: Readonly<Record<TextFormat, (report: SpanReport) => string>> = {
  'application/json': (report) => JSON.stringify(report),
  'text/html': spanPage,
  'text/csv': (report) => valuesCsv(rowsAreOf(report), spanTables(report)),
};

const sectionOf = async (report: SpanReport, section: string): Promise<Decided<TextAnswer>> => {
  const names = spanTables(report).map(({ id }) => id);
  if (!names.includes(section))
    return refused({
      code: 'request.invalid',
      detail: `section is none of this report: it has ${names.join(', ')}.`,
      faults: [{ in: 'query', pointer: '/section', message: `must be one of ${names.join(', ')}` }],
    });
  const csvOf = (shortened: SpanReport): string => {
    const table = spanTables(shortened).find(({ id }) => id === section);
    return table === undefined ? '' : sectionCsv(rowsAreOf(report), table);
  };
  return textThatFits('text/csv', report, csvOf, tooLarge);
};

/** The report of a span in a format, or one section of it as CSV. */
export const spanInFormat = async (
  deps: ReadsReports,
  report: SpanReport,
  type: ReportFormat,
  section: string | undefined,
): Promise<Decided<TextAnswer | FileAnswer>> => {
  if (section !== undefined) return sectionOf(report, section);
  return isFileType(type)
    ? fileThatFits(deps, type, report, { toWrite, tooLarge })
    : textThatFits(type, report, textOf[type], tooLarge);
};
