import { type Decided, done, refused } from '#domain/decided.ts';
import { compareReports as compared } from '#domain/report/compare/compare-reports.ts';
import { monthInWords } from '#language/in-words.ts';
import { compareReportsOperation } from '#schemas/operations/report-spans.ts';
import type { ReportComparison } from '#schemas/report-comparison.ts';
import { digestOf } from '#store/digests/digest.ts';
import { type ReportAsked, readReport } from '#store/reports/reports.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { matches } from '../http/etag.ts';
import { isHandedOn } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { notCached, viewOf } from '../http/view-access.ts';
import { monthInView, previousOf } from '../reports/published-span.ts';
import { shownInView, sinceRedacted } from '../reports/report-view.ts';
import { withRowsThatFit } from '../reports/rows-that-fit.ts';

interface Asked {
  readonly month?: string | undefined;
  readonly revision?: string | undefined;
}

const read = async (
  { table }: ReadsTable,
  ref: ProgrammeRef,
  { month = 'latest', revision }: Asked,
): Promise<Decided<StoredReport>> => {
  const asked: ReportAsked = { month, revision: revision === undefined ? undefined : Number(revision) };
  const stored = await readReport(table, ref, asked);
  if (stored !== undefined) return done(stored);
  const which = revision === undefined ? 'report' : `revision ${revision}`;
  return refused({
    code: 'report.unpublished',
    detail:
      month === 'latest'
        ? 'No report of this programme is published yet.'
        : `No ${which} of ${monthInWords(month)} is published.`,
  });
};

/** The report that one names as the one before it. */
const before = (stored: StoredReport): Decided<Asked> => {
  const previous = previousOf(stored);
  return previous === null
    ? refused({
        code: 'report.unpublished',
        detail: `No report came before that of ${monthInWords(stored.content.month)}.`,
      })
    : done({ month: previous.month, revision: String(previous.revision) });
};

export const compareReports = query(compareReportsOperation, async (call, deps: ReadsTable) => {
  const { from, fromRevision, to, toRevision } = call.query;
  const ref = chainRefOf(call);
  const after = await read(deps, ref, { month: to, revision: toRevision });
  if (after.kind === 'refused') return after;
  const asked = from === undefined ? before(after.result) : done({ month: from, revision: fromRevision });
  if (asked.kind === 'refused') return asked;
  const earlier = await read(deps, ref, asked.result);
  if (earlier.kind === 'refused') return earlier;
  const both = [earlier.result, after.result];
  const differs = both.some(({ publication }) => publication.publicView !== undefined);
  const view = differs ? await viewOf(call, deps.table) : 'full';
  const digest = digestOf(both.map((one) => [shownInView(one, view).digest, sinceRedacted(one)]));
  const etag = `"${digest.slice(0, 32)}-compared-${view}"`;
  const headers = {
    etag,
    'cache-control': differs && view === 'full' ? notCached : 'private, no-cache',
    vary: 'Accept, Authorization',
  };
  if (matches(call.headers['if-none-match'], etag)) return done({ kind: 'not-modified', headers });
  const [then, now] = await Promise.all([
    monthInView(deps, ref, earlier.result, view),
    monthInView(deps, ref, after.result, view),
  ]);
  const comparison: ReportComparison = { ...compared(now, then), ...(differs ? { view } : {}) };
  const made = await withRowsThatFit(
    comparison,
    (shortened) => shortened,
    (shortened) => isHandedOn(JSON.stringify(shortened)),
    'The two reports differ in more than one answer has room for: compare months that are nearer to each other.',
  );
  return made.kind === 'refused' ? made : done(jsonAnswer(made.result, headers));
});
