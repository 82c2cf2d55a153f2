import type * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { getReportOperation, getReportRevisionOperation } from '#schemas/operations/reports.ts';
import { isFileType } from '#schemas/operations.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import { readReport, withEveryRow } from '#store/reports/reports.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { preferredType } from '../http/accept.ts';
import { type Answer, type FileAnswer, type TextAnswer, textAnswer } from '../http/answer.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { Call, ReadsReports, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { headersOfPage } from '../http/content-policy.ts';
import { cursorOf, pinnedCursorOf } from '../http/paging.ts';
import { isHandedOn } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { headersOfPart, isUnchanged } from '../reports/asked-report.ts';
import { chunksFor, type Pull, thatFits, wholeOf } from '../reports/pulled-report.ts';
import { fileOf, sectionOf } from '../reports/report-files.ts';
import { contentDisposition, type ReportFormat, reportFormats } from '../reports/report-formats.ts';
import { linesAddress } from '../reports/report-run.ts';
import { storedJsonInView, viewOfReport } from '../reports/report-view.ts';

/** A pull of a month's latest revision, or of one of its revisions. */
type ReportCall = Call<
  { readonly programmeId: string; readonly month: string; readonly revision?: string | undefined },
  z.output<typeof getReportOperation.query>
>;

const notPublished = (call: ReportCall): Decided<never> => {
  const { month, revision } = call.params;
  const asAt = requestedAsAt(call);
  const by = asAt === undefined ? '' : ` by ${asAt}`;
  return refused({
    code: 'report.unpublished',
    detail:
      month === 'latest'
        ? `No report of this programme ${asAt === undefined ? 'is published yet' : `was published${by}`}.`
        : `No ${revision === undefined ? 'report' : `revision ${revision}`} of ${monthInWords(month)} ${asAt === undefined ? 'is' : 'was'} published${by}.`,
  });
};

/** Lines for a CSV that one answer has room for; a line makes several rows, each with its title. */
const mostCsvLineBytes = 1024 * 1024;

/** The whole report as CSV; of a large programme the first lines, and where the others are. */
const csvOf = (report: Report, chunks: readonly (readonly ReportLine[])[], addressFrom: AddressFrom): TextAnswer => {
  const lines = chunks.flat();
  const count = report.content.lines - lines.length;
  const address = count === 0 ? null : addressFrom(lines.length);
  const body = reportCsv(report, lines, count === 0 ? null : { count, address });
  if (!isHandedOn(body) && chunks.length > 1)
    return csvOf(report, chunks.slice(0, Math.ceil(chunks.length / 2)), addressFrom);
  return {
    kind: 'text',
    mediaType: 'text/csv; charset=utf-8',
    headers: address === null ? {} : { link: `<${address}>; rel="next"` },
    body,
  };
};

/** Where the lines go on from one of them. */
type AddressFrom = (first: number) => string | null;

const addressIn =
  (call: ReportCall, programmeRef: ProgrammeRef, report: StoredReport): AddressFrom =>
  (first) => {
    const { asAt } = call.query;
    const cursor = asAt === undefined ? cursorOf(String(first)) : pinnedCursorOf(call, String(first));
    const { revision } = call.params;
    return cursor === null
      ? null
      : linesAddress({ programme: programmeRef.programme, month: report.content.month, revision }, cursor, call.query);
  };

const jsonOf = async (deps: ReadsTable, pull: Pull): Promise<string> => {
  const { programmeRef, stored, shown } = pull;
  if (!pull.everyRow) return storedJsonInView(stored, shown);
  const json = storedJsonInView(await withEveryRow(deps.table, programmeRef, stored), shown);
  return isHandedOn(json) ? json : thatFits(await wholeOf(deps, pull), (report) => JSON.stringify(report));
};

const pageOf = async (deps: ReadsTable, pull: Pull): Promise<string> => {
  const report = await wholeOf(deps, pull);
  const lines = (await chunksFor(deps, pull, 0)).flat();
  const pageWith = (shown: Report, some: readonly ReportLine[]): string =>
    reportPage({ report: shown, lines: some, linesComplete: some.length === report.content.lines });
  const page = thatFits(report, (shown) => pageWith(shown, lines));
  return isHandedOn(page) ? page : thatFits(report, (shown) => pageWith(shown, []));
};

const bodyIn = async (deps: ReadsTable, pull: Pull, addressFrom: AddressFrom): Promise<TextAnswer> => {
  if (pull.type === 'application/json') return textAnswer(pull.type, await jsonOf(deps, pull));
  if (pull.type === 'text/html') return textAnswer('text/html; charset=utf-8', await pageOf(deps, pull));
  const chunks = await chunksFor(deps, pull, mostCsvLineBytes);
  return thatFits(await wholeOf(deps, pull), (report) => csvOf(report, chunks, addressFrom));
};

/** The format that is preferred of those that are offered: one section alone is CSV. */
const typeAsked = (call: ReportCall): Decided<ReportFormat> => {
  const { section } = call.query;
  const offered: readonly ReportFormat[] = section === undefined ? getReportOperation.success.mediaTypes : ['text/csv'];
  const type = preferredType(call.headers.accept, offered);
  if (type !== undefined) return done(type);
  return refused({
    code: 'answer.not-acceptable',
    detail: `${section === undefined ? 'A report' : 'One section of a report'} is offered as ${offered.join(', ')}.`,
    facts: { offered: [...offered] },
  });
};

const madeOf = async (
  deps: ReadsReports,
  pull: Pull,
  addressFrom: AddressFrom,
  section: string | undefined,
): Promise<Decided<TextAnswer | FileAnswer>> => {
  if (section !== undefined) return sectionOf(deps, pull, addressFrom, section);
  const { type } = pull;
  return isFileType(type) ? fileOf(deps, { ...pull, type }, addressFrom) : done(await bodyIn(deps, pull, addressFrom));
};

/** The board's one call: what was stored at publication, in the format asked for. It computes nothing. */
const reportOf = async (call: ReportCall, deps: ReadsReports): Promise<Decided<Answer>> => {
  const chainRef = chainRefOf(call);
  const month = call.params.month;
  const { revision } = call.params;
  const asked = typeAsked(call);
  if (asked.kind === 'refused') return asked;
  const type = asked.result;
  const report = await readReport(deps.table, chainRef, {
    month,
    revision: revision === undefined ? undefined : Number(revision),
    by: requestedAsAt(call),
  });
  if (report === undefined) return notPublished(call);
  const everyRow = call.query.rows === 'all';
  const { section } = call.query;
  const part = section === undefined ? '' : `-${section}`;
  const format = `${reportFormats[type].ending}${part}${everyRow ? '-all' : ''}`;
  const view = await viewOfReport(call, deps, report);
  const { shown } = view;
  const headers = {
    ...headersOfPart(call, { stored: report, view }, format),
    ...headersOfPage(type),
    ...contentDisposition(type, `${chainRef.programme}-${report.content.month}-r${report.content.revision}${part}`),
  };
  if (isUnchanged(call, headers)) return done({ kind: 'not-modified', headers });
  const pull = { programmeRef: chainRef, stored: report, shown, type, everyRow };
  const made = await madeOf(deps, pull, addressIn(call, chainRef, report), section);
  if (made.kind === 'refused') return made;
  return done({ ...made.result, headers: { ...headers, ...made.result.headers } });
};

export const getReport = [...query(getReportOperation, reportOf), ...query(getReportRevisionOperation, reportOf)];
