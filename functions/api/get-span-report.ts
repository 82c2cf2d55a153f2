import { type Decided, done, refused } from '#domain/decided.ts';
import { lastOf } from '#domain/report/span/given-months.ts';
import { type MonthsAsked, spanAsked } from '#domain/report/span/span-asked.ts';
import { spanReport } from '#domain/report/span/span-report.ts';
import type { MonthSpan } from '#language/financial-spans.ts';
import { monthInWords } from '#language/in-words.ts';
import type { Instant } from '#language/time.ts';
import { getSpanReportOperation } from '#schemas/operations/report-spans.ts';
import { digestOf } from '#store/digests/digest.ts';
import { readReport } from '#store/reports/reports.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { answersOfSpan } from '#web/span/in-short.ts';
import { preferredType } from '../http/accept.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { ReadsReports } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { headersOfPage } from '../http/content-policy.ts';
import { matches } from '../http/etag.ts';
import { query } from '../http/use-case.ts';
import { notCached, viewOf } from '../http/view-access.ts';
import { readStoredSpan, type StoredSpan, spanInView } from '../reports/published-span.ts';
import { contentDisposition, type ReportFormat, reportFormats } from '../reports/report-formats.ts';
import { shownInView, sinceRedacted } from '../reports/report-view.ts';
import { spanInFormat } from '../reports/span-formats.ts';

const typeAsked = (accept: string | undefined, section: string | undefined): Decided<ReportFormat> => {
  const offered: readonly ReportFormat[] =
    section === undefined ? getSpanReportOperation.success.mediaTypes : ['text/csv'];
  const type = preferredType(accept, offered);
  return type === undefined
    ? refused({
        code: 'answer.not-acceptable',
        detail: `${section === undefined ? 'The report of a span' : 'One section of it'} is offered as ${offered.join(', ')}.`,
        facts: { offered: [...offered] },
      })
    : done(type);
};

const monthsAsked = async (
  asked: MonthsAsked,
  { table }: ReadsReports,
  ref: ProgrammeRef,
  by: Instant | undefined,
): Promise<Decided<MonthSpan>> => {
  const latest = asked.to === undefined ? await readReport(table, ref, { month: 'latest', by }) : undefined;
  return spanAsked(asked, latest?.content.month);
};

const storedOf = ({ months, before }: StoredSpan) => [
  ...months.map(({ stored }) => stored),
  ...(before === undefined ? [] : [before]),
];

export const getSpanReport = query(getSpanReportOperation, async (call, deps: ReadsReports) => {
  const { section } = call.query;
  const asked = typeAsked(call.headers.accept, section);
  if (asked.kind === 'refused') return asked;
  const type = asked.result;
  const [ref, by] = [chainRefOf(call), requestedAsAt(call)];
  const months = await monthsAsked(call.query, deps, ref, by);
  if (months.kind === 'refused') return months;
  const { from, to } = months.result;
  const stored = await readStoredSpan(deps, ref, { from, to, by });
  const all = storedOf(stored);
  const differs = all.some(({ publication }) => publication.publicView !== undefined);
  const view = differs ? await viewOf(call, deps.table) : 'full';
  const digest = digestOf(all.map((one) => [one.content.month, one.content.revision, shownInView(one, view).digest]));
  const part = section === undefined ? '' : `-${section}`;
  const redacted = all.map(sinceRedacted).join('');
  const etag = `"${digest.slice(0, 32)}-${redacted}${reportFormats[type].ending}${part}-${view}"`;
  const showsExempt = differs && view === 'full';
  const headers = {
    ...(by === undefined ? { etag } : {}),
    'cache-control': by !== undefined || showsExempt ? notCached : 'private, no-cache',
    vary: 'Accept, Authorization',
    ...headersOfPage(type),
    ...(reportFormats[type].disposition === 'attachment'
      ? contentDisposition(type, `${ref.programme}-${from}-to-${to}${part}`)
      : {}),
  };
  if (by === undefined && all.length > 0 && matches(call.headers['if-none-match'], etag))
    return done({ kind: 'not-modified', headers });
  const span = await spanInView(deps, ref, stored, { from, to, view });
  if (span === undefined)
    return refused({
      code: 'report.unpublished',
      detail: `No month from ${monthInWords(from)} to ${monthInWords(to)} of this programme ${by === undefined ? 'is' : 'was'} published${by === undefined ? '' : ` by ${by}`}.`,
    });
  const figures = spanReport(span);
  const answers = answersOfSpan(figures, lastOf(span).report.content);
  const report = { ...figures, answers, digest, ...(differs ? { view } : {}) };
  const made = await spanInFormat(deps, report, type, section);
  if (made.kind === 'refused') return made;
  return done({ ...made.result, headers: { ...headers, ...made.result.headers } });
});
