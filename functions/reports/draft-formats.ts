import { type Decided, done } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { type FileType, isFileType } from '#schemas/operations.ts';
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
import { headersOfPage } from '../http/content-policy.ts';
import { fileThatFits, textThatFits } from './format-that-fits.ts';
import type { TextFormat } from './report-formats.ts';
import type { ToWrite } from './written-file.ts';

const tooLarge = 'In this format the draft has more than one answer has room for: ask for it as application/json.';

/** The JSON of a draft is what is kept of it: it is not made here. */
type DraftText = Exclude<TextFormat, 'application/json'>;

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

const textOf: Readonly<Record<DraftText, (draft: DraftInView) => string>> = {
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

/** A draft in any format but its own JSON. */
export const draftInFormat = async (
  deps: WritesFiles,
  { report, lines }: DraftInView,
  type: DraftText | FileType,
): Promise<Decided<TextAnswer | FileAnswer>> => {
  if (isFileType(type))
    return fileThatFits(deps, type, report, {
      toWrite: (shortened) => toWrite({ report: shortened, lines }),
      tooLarge,
    });
  const made = await textThatFits(type, report, (shortened) => textOf[type]({ report: shortened, lines }), tooLarge);
  if (made.kind === 'refused') return made;
  return done({ ...made.result, headers: headersOfPage(type) });
};
