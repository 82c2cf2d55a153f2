import { Report, ReportLine } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { publication } from './report-samples.ts';

/** A report that was rolled up, given as JSON, in each of its formats. */
export const formatsOf = (json: string): Readonly<Record<'JSON' | 'page' | 'CSV', string>> => {
  const { content, lines } = JSON.parse(json);
  const report = Report.parse({ content, publication, rowsAtMost: everyRow });
  const parsed = ReportLine.array().parse(lines);
  return {
    JSON: json,
    page: reportPage({ report, lines: parsed, linesComplete: true }),
    CSV: reportCsv(report, parsed),
  };
};
