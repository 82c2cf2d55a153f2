import type * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import type { Shown } from '#schemas/exemption.ts';
import { getReportLinesOperation, getRevisionLinesOperation } from '#schemas/operations/reports.ts';
import { LinesMissing, linesPerChunk, readLineChunks } from '#store/reports/report-lines.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import { reportLinesCsv } from '#web/report-csv.ts';
import { preferredType } from '../http/accept.ts';
import { type Answer, textAnswer } from '../http/answer.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { Call, ReadCall, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, pinnedCursorOf, requestedPage } from '../http/paging.ts';
import { isHandedOn } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { askedReport, headersOfPart, isUnchanged } from '../reports/asked-report.ts';
import { type LinesPart, type LinesStart, linesPage, startAsText, startFrom } from '../reports/lines-page.ts';
import { linesAddress } from '../reports/report-run.ts';

/** The lines of the page that is asked for; a cursor that leads nowhere is refused, a line that is gone is a fault. */
const partsOf = async (
  call: ReadCall,
  deps: ReadsTable,
  report: StoredReport,
  start: LinesStart,
  limit: number,
  shown: Shown,
): Promise<Decided<readonly LinesPart[]>> => {
  const until = start.chunk + start.after + limit;
  try {
    const chunks = readLineChunks(deps.table, chainRefOf(call), report, { from: start.chunk, until });
    const parts = await linesPage(chunks, start, limit, shown);
    return parts.length === 0 && call.query.cursor !== undefined ? leadsNowhere() : done(parts);
  } catch (error) {
    if (error instanceof LinesMissing && error.first === start.chunk && call.query.cursor !== undefined)
      return leadsNowhere();
    throw error;
  }
};

/** As many of the parts as one answer has room for as CSV, which may be longer than JSON. */
const csvOf = (
  parts: readonly LinesPart[],
  of: Pick<StoredReport['content'], 'month'>,
): { readonly body: string; readonly parts: readonly LinesPart[] } => {
  const body = reportLinesCsv(
    parts.flatMap((part) => part.lines()),
    of,
  );
  return isHandedOn(body) || parts.length < 2
    ? { body, parts }
    : csvOf(parts.slice(0, Math.ceil(parts.length / 2)), of);
};

/** The lines of a month's latest revision, or of one of its revisions. */
type LinesCall = Call<
  { readonly programmeId: string; readonly month: string; readonly revision?: string | undefined },
  z.output<typeof getReportLinesOperation.query>
>;

const linesOf = async (call: LinesCall, deps: ReadsTable): Promise<Decided<Answer>> => {
  const page = requestedPage(call, /^[0-9.]{1,20}$/);
  if (page.kind === 'refused') return page;
  const chainRef = chainRefOf(call);
  const type = preferredType(call.headers.accept, call.operation.success.mediaTypes);
  if (type === undefined)
    return refused({
      code: 'answer.not-acceptable',
      detail: `Lines are offered as ${call.operation.success.mediaTypes.join(', ')}.`,
    });
  const asked = await askedReport(call, deps);
  if (asked.kind === 'refused') return asked;
  const { stored: report, shown } = asked.result;
  const { month, revision, lines: count } = report.content;
  const start = startFrom(page.result.after);
  if (start === undefined) return leadsNowhere();
  const limit = call.query.limit === undefined ? linesPerChunk : page.result.limit;
  const found = await partsOf(call, deps, report, start, limit, shown);
  if (found.kind === 'refused') return found;
  const csv = type === 'text/csv' ? csvOf(found.result, report.content) : undefined;
  const parts = csv?.parts ?? found.result;
  const part = `lines-${startAsText(start)}-${limit}-${csv === undefined ? 'json' : 'csv'}`;
  const end = parts.at(-1)?.next;
  const following = end !== undefined && end.chunk + end.after < count ? startAsText(end) : undefined;
  const next = requestedAsAt(call) === undefined ? cursorOf(following) : pinnedCursorOf(call, following);
  const headers = {
    ...headersOfPart(call, asked.result, part),
    ...(next === null
      ? {}
      : {
          link: `<${linesAddress({ programme: chainRef.programme, month, revision: call.params.revision }, next, call.query)}>; rel="next"`,
        }),
  };
  if (isUnchanged(call, headers)) return done({ kind: 'not-modified', headers });
  if (csv !== undefined) return done(textAnswer('text/csv; charset=utf-8', csv.body, headers));
  const lines = parts.map((part) => part.json).join(',');
  const [before, after] = [JSON.stringify({ month, revision }), JSON.stringify({ next })];
  return done(textAnswer('application/json', `${before.slice(0, -1)},"lines":[${lines}],${after.slice(1)}`, headers));
};

export const getReportLines = [
  ...query(getReportLinesOperation, linesOf),
  ...query(getRevisionLinesOperation, linesOf),
];
