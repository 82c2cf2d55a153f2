import { type Decided, done, refused } from '#domain/decided.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';
import { aboutReport, type FurtherReviews } from '#web/tables/about-report.ts';
import { type SectionTable, tablesOf } from '#web/tables/report-tables.ts';
import type { FileAnswer } from '../http/answer.ts';
import type { ReadsReports } from '../http/call.ts';
import { isFileHandedOn } from '../http/response-size.ts';
import { chunksFor, type Pull, wholeOf } from './pulled-report.ts';

/** Lines that a file has room for; the others are pulled as CSV or JSON. */
const mostFileLineBytes = 1024 * 1024;

/** Rows of each list that are tried: a file takes seconds to write where it is so large, so few are. */
const rowsTried = [everyRow, 50, 5] as const;

type Writers = Awaited<ReturnType<ReadsReports['loadWriters']>>;

/** The tables of a report with so many rows of each list at most, the first of which says which report it is. */
const tablesIn = (
  whole: Report,
  rowsAtMost: number,
  lines: readonly ReportLine[],
  rest: FurtherReviews | null,
): readonly SectionTable[] => {
  const report =
    rowsAtMost === everyRow ? whole : { ...whole, content: withRowsAtMost(whole.content, rowsAtMost), rowsAtMost };
  const tables = tablesOf(report, lines);
  return [aboutReport(report, tables, rest), ...tables];
};

const writtenBy = (writers: Writers, tables: readonly SectionTable[], publishedAt: string): Promise<Uint8Array> =>
  writers.workbook(tables, publishedAt);

/** A report as a file: of a large one as many rows as one answer has room for, and then it says so. */
export const fileOf = async (
  deps: ReadsReports,
  pull: Pull,
  addressFrom: (first: number) => string | null,
): Promise<Decided<FileAnswer>> => {
  const [writers, report, chunks] = await Promise.all([
    deps.loadWriters(),
    wholeOf(deps, pull),
    chunksFor(deps, pull, mostFileLineBytes),
  ]);
  const lines = chunks.flat();
  const count = report.content.lines - lines.length;
  const rest = count === 0 ? null : { count, address: addressFrom(lines.length) };
  for (const rowsAtMost of rowsTried) {
    const tables = tablesIn(report, rowsAtMost, lines, rest);
    const bytes = await writtenBy(writers, tables, report.publication.publishedAt);
    if (isFileHandedOn(bytes))
      return done({
        kind: 'file',
        mediaType: pull.type,
        headers: rest?.address ? { link: `<${rest.address}>; rel="next"` } : {},
        base64: Buffer.from(bytes).toString('base64'),
      });
  }
  return refused({
    code: 'answer.too-large',
    detail:
      'As such a file this report has more than one answer has room for: ask for it as text/csv, which goes on in parts.',
  });
};
