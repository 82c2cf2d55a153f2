import { type Decided, done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import type { FileType } from '#schemas/operations.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';
import { reportPage } from '#web/report-page.ts';
import { aboutReport } from '#web/tables/about-report.ts';
import type { FurtherReviews } from '#web/tables/further-reviews.ts';
import { type SectionTable, tablesOf } from '#web/tables/report-tables.ts';
import { rowsAreOf } from '#web/tables/rows-are-of.ts';
import { sectionCsv } from '#web/tables/section-csv.ts';
import type { FileAnswer, TextAnswer } from '../http/answer.ts';
import type { ReadsReports, ReadsTable } from '../http/call.ts';
import { isFileHandedOn, isHandedOn } from '../http/response-size.ts';
import { chunksFor, type Pull, wholeOf } from './pulled-report.ts';
import { type ToWrite, writerOf } from './written-file.ts';

/** Lines that a file has room for; the others are pulled as CSV or JSON. */
const mostFileLineBytes = 1024 * 1024;

/** Rows of each list that are tried: a file takes seconds to write where it is so large, so few are. */
const rowsTried = [everyRow, 50, 5] as const;

/** Where the lines go on from one of them; null where they cannot be pulled by themselves. */
type AddressFrom = (first: number) => string | null;

interface Drawn {
  readonly report: Report;
  readonly lines: readonly ReportLine[];
  /** The first says which report it is. */
  readonly tables: readonly SectionTable[];
}

const drawn = (whole: Report, rowsAtMost: number, lines: readonly ReportLine[], rest: FurtherReviews | null): Drawn => {
  const report =
    rowsAtMost === everyRow ? whole : { ...whole, content: withRowsAtMost(whole.content, rowsAtMost), rowsAtMost };
  const tables = tablesOf(report, lines);
  return { report, lines, tables: [aboutReport(report, tables, rest), ...tables] };
};

/** A report with every row, then with fewer, for as long as what is written of it is too large for one answer. */
const writtenWithRoom = async <T>(
  deps: ReadsTable,
  pull: Pull,
  addressFrom: AddressFrom,
  write: (given: Drawn) => T | Promise<T>,
  hasRoom: (written: T) => boolean,
): Promise<Decided<{ readonly written: T; readonly headers: Readonly<Record<string, string>> }>> => {
  // On paper, as on a page, the first reviews are enough.
  const mostLineBytes = pull.type === 'application/pdf' ? 0 : mostFileLineBytes;
  const [report, chunks] = await Promise.all([wholeOf(deps, pull), chunksFor(deps, pull, mostLineBytes)]);
  const lines = chunks.flat();
  const count = report.content.lines - lines.length;
  const rest = count === 0 ? null : { count, address: addressFrom(lines.length) };
  for (const rowsAtMost of rowsTried) {
    const written = await write(drawn(report, rowsAtMost, lines, rest));
    if (hasRoom(written))
      return done({ written, headers: rest?.address ? { link: `<${rest.address}>; rel="next"` } : {} });
  }
  return refused({
    code: 'answer.too-large',
    detail:
      'In this format the report has more than one answer has room for: ask for the whole of it as text/csv, which goes on in parts.',
  });
};

/** What of a report goes into a file. */
const toWrite = ({ report, lines, tables }: Drawn): ToWrite => {
  const { programme, month, revision, ruleSet } = report.content;
  const { publishedAt, contentDigest } = report.publication;
  return {
    tables,
    rowsAreOf: rowsAreOf(report),
    page: () => reportPage({ report, lines, linesComplete: lines.length === report.content.lines }),
    title: `${programme.name}: board report for ${monthInWords(month)}`,
    author: programme.council,
    subject: `Revision ${revision}, rule set ${ruleSet}, content digest ${contentDigest}`,
    writtenAt: publishedAt,
    foot: `${programme.name}, ${monthInWords(month)}, revision ${revision}. Content digest ${contentDigest}`,
  };
};

/** A report as a file: of a large one as many rows as one answer has room for, and then it says so. */
export const fileOf = async (
  deps: ReadsReports,
  pull: Pull & { readonly type: FileType },
  addressFrom: AddressFrom,
): Promise<Decided<FileAnswer>> => {
  const hasRoom = (written: Uint8Array | undefined) => written !== undefined && isFileHandedOn(written);
  const write = await writerOf(deps, pull.type);
  const made = await writtenWithRoom(deps, pull, addressFrom, (given) => write(toWrite(given)), hasRoom);
  if (made.kind === 'refused') return made;
  const { written, headers } = made.result;
  return done({ kind: 'file', mediaType: pull.type, headers, base64: Buffer.from(written ?? []).toString('base64') });
};

/** One section of a report as CSV, under the name that its file has in the archive of them all. */
export const sectionOf = async (
  deps: ReadsTable,
  pull: Pull,
  addressFrom: AddressFrom,
  section: string,
): Promise<Decided<TextAnswer>> => {
  let sections: readonly string[] = [];
  const write = ({ report, tables }: Drawn): string | undefined => {
    sections = tables.map(({ id }) => id);
    const table = tables.find(({ id }) => id === section);
    return table === undefined ? undefined : sectionCsv(rowsAreOf(report), table);
  };
  const hasRoom = (text: string | undefined) => text === undefined || isHandedOn(text);
  const made = await writtenWithRoom(deps, pull, addressFrom, write, hasRoom);
  if (made.kind === 'refused') return made;
  const { written, headers } = made.result;
  if (written !== undefined)
    return done({ kind: 'text', mediaType: 'text/csv; charset=utf-8', headers, body: written });
  return refused({
    code: 'request.invalid',
    detail: `section is none of this report: it has ${sections.join(', ')}.`,
    faults: [{ in: 'query', pointer: '/section', message: `must be one of ${sections.join(', ')}` }],
  });
};
