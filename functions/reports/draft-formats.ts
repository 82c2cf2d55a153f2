import { type Decided, done } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { type FileType, isFileType, type MediaType } from '#schemas/operations.ts';
import type { ReportLine } from '#schemas/report.ts';
import { linesPerChunk } from '#store/reports/report-lines.ts';
import { type DraftShown, markOfDraft } from '#web/report/report-shown.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { aboutReport } from '#web/tables/about-report.ts';
import type { FurtherReviews } from '#web/tables/further-reviews.ts';
import { tablesOf } from '#web/tables/report-tables.ts';
import { rowsAreOf } from '#web/tables/rows-are-of.ts';
import type { FileAnswer, TextAnswer } from '../http/answer.ts';
import type { WritesFiles } from '../http/call.ts';
import { reportPolicy } from '../http/content-policy.ts';
import { isFileHandedOn, isHandedOn } from '../http/response-size.ts';
import { withRowsThatFit } from './rows-that-fit.ts';
import { type ToWrite, writerOf } from './written-file.ts';

const tooLarge = 'In this format the draft has more than one answer has room for: ask for it as application/json.';

/** A draft in one view, with the lines that are kept with it. */
export interface DraftInView {
  readonly report: DraftShown;
  readonly lines: readonly ReportLine[];
}

const restOf = ({ report, lines }: DraftInView): FurtherReviews | null => {
  const count = report.content.lines - lines.length;
  return count === 0 ? null : { count, address: null };
};

/** On a page, as of a published report, stand the first reviews. */
const pageOf = ({ report, lines }: DraftInView): string => {
  const shown = lines.slice(0, linesPerChunk);
  return reportPage({ report, lines: shown, linesComplete: shown.length === report.content.lines });
};

const textOf: Readonly<Record<string, (draft: DraftInView) => string>> = {
  'text/html': pageOf,
  'text/csv': (draft) => reportCsv(draft.report, draft.lines, restOf(draft)),
};

/** What of a draft goes into a file: each sheet of a workbook, each row of CSV and each page of paper says that it is one. */
const toWrite = (draft: DraftInView): ToWrite => {
  const { report, lines } = draft;
  const { programme, month, revision, ruleSet } = report.content;
  const mark = markOfDraft(report);
  const tables = tablesOf(report, lines);
  return {
    tables: [aboutReport(report, tables, restOf(draft)), ...tables],
    rowsAreOf: rowsAreOf(report),
    page: () => pageOf(draft),
    title: `DRAFT: ${programme.name}: board report for ${monthInWords(month)}`,
    author: programme.council,
    subject: `${mark}. Draft of revision ${revision}, rule set ${ruleSet}, digest ${report.draft.digest}`,
    writtenAt: report.draft.madeAt,
    foot: `${programme.name}, ${monthInWords(month)}, draft of revision ${revision}. Digest of the draft ${report.draft.digest}`,
    mark,
    sheetsBegin: 'DRAFT ',
  };
};

const fileOf = async (
  deps: WritesFiles,
  { report, lines }: DraftInView,
  type: FileType,
): Promise<Decided<FileAnswer>> => {
  const write = await writerOf(deps, type);
  const hasRoom = (bytes: Uint8Array | undefined) => bytes !== undefined && isFileHandedOn(bytes);
  const made = await withRowsThatFit(
    report,
    (shortened) => write(toWrite({ report: shortened, lines })),
    hasRoom,
    tooLarge,
  );
  if (made.kind === 'refused') return made;
  const base64 = Buffer.from(made.result ?? []).toString('base64');
  return done({ kind: 'file', mediaType: type, headers: {}, base64 });
};

/** A draft in any format but its own JSON. */
export const draftInFormat = async (
  deps: WritesFiles,
  { report, lines }: DraftInView,
  type: Exclude<MediaType, 'application/json'>,
): Promise<Decided<TextAnswer | FileAnswer>> => {
  if (isFileType(type)) return fileOf(deps, { report, lines }, type);
  const make = textOf[type];
  if (make === undefined) throw new Error(`no draft is made as ${type}`);
  const made = await withRowsThatFit(report, (shortened) => make({ report: shortened, lines }), isHandedOn, tooLarge);
  if (made.kind === 'refused') return made;
  return done({
    kind: 'text',
    mediaType: `${type}; charset=utf-8`,
    headers: type === 'text/html' ? { 'content-security-policy': reportPolicy } : {},
    body: made.result,
  });
};
