import { type Decided, done, refused } from '#domain/decided.ts';
import type { MediaType } from '#schemas/operations.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import { monthInWords } from '#schemas/words.ts';
import type { ProgrammePlace } from '#store/keys.ts';
import { linesPerChunk, readLines, readReport, readRevision, withEveryRow } from '#store/reports.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { preferredType } from '../kit/accept.ts';
import { asAtAsked } from '../kit/as-at.ts';
import type { Answer, Call, ReadsTable, UseCase } from '../kit/call.ts';
import { reportPolicy } from '../kit/content-policy.ts';
import { matches } from '../kit/etag.ts';
import { param, placeOf } from '../kit/place.ts';

const formatNames: Partial<Record<MediaType, string>> = {
  'application/json': 'json',
  'text/html': 'html',
  'text/csv': 'csv',
};

const notPublished = (call: Call): Decided<never> => {
  const { month, revision } = call.params;
  const asAt = asAtAsked(call);
  const by = asAt === undefined ? '' : ` by ${asAt}`;
  return refused({
    code: 'report.unpublished',
    detail:
      month === 'latest'
        ? `No report of this programme ${asAt === undefined ? 'is published yet' : `was published${by}`}.`
        : `No ${revision === undefined ? 'report' : `revision ${revision}`} of ${monthInWords(month ?? '')} ${asAt === undefined ? 'is' : 'was'} published${by}.`,
  });
};

/** A page holds the first chunk of lines; the rest is pulled by itself, or as CSV. */
const linesFor = async (
  deps: ReadsTable,
  place: ProgrammePlace,
  report: Report,
  chunks: number,
): Promise<readonly ReportLine[]> => {
  const { month, revision } = report.content;
  const all: ReportLine[] = [];
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const lines = await readLines(deps.table, place, month, revision, chunk);
    if (lines === undefined) throw new Error(`lines ${chunk} of the report of ${month} are missing`);
    all.push(...lines);
  }
  return all;
};

/** JSON is the summary, unless every row is asked for; a page and CSV are made from every row that was published. */
const bodyIn = async (
  type: MediaType,
  everyRow: boolean,
  deps: ReadsTable,
  place: ProgrammePlace,
  summary: Report,
): Promise<Pick<Answer, 'body' | 'mediaType'>> => {
  const report = everyRow ? await withEveryRow(deps.table, place, summary) : summary;
  const chunks = Math.ceil(report.content.lines / linesPerChunk);
  if (type === 'text/html') {
    const lines = await linesFor(deps, place, report, Math.min(chunks, 1));
    return {
      mediaType: 'text/html; charset=utf-8',
      body: reportPage({ report, lines, linesComplete: lines.length === report.content.lines }),
    };
  }
  if (type === 'text/csv')
    return {
      mediaType: 'text/csv; charset=utf-8',
      body: reportCsv(report, await linesFor(deps, place, report, chunks)),
    };
  // What was stored goes out as it is: it went through its schema when it was read.
  return { mediaType: 'application/json', body: JSON.stringify(report) };
};

/** The board's one call: what was stored at publication, in the format asked for. It computes nothing. */
export const getReport: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const month = param(call, 'month');
  const { revision } = call.params;
  const type = preferredType(call.headers.accept, call.operation.success.mediaTypes);
  if (type === undefined)
    return refused({
      code: 'answer.not-acceptable',
      detail: `A report is offered as ${call.operation.success.mediaTypes.join(', ')}.`,
      facts: { offered: [...call.operation.success.mediaTypes] },
    });
  const asAt = asAtAsked(call);
  const report =
    revision === undefined
      ? await readReport(deps.table, place, month, asAt)
      : await readRevision(deps.table, place, month, Number(revision));
  if (report === undefined || (asAt !== undefined && report.publication.publishedAt > asAt)) return notPublished(call);
  const everyRow = type !== 'application/json' || call.query.rows === 'all';
  const format = `${formatNames[type] ?? type}${call.query.rows === 'all' ? '-all' : ''}`;
  const etag = `"${report.publication.contentDigest.slice(0, 32)}-${format}-full"`;
  const forever = 'private, max-age=31536000, immutable';
  const headers = {
    ...(asAt === undefined
      ? { etag, 'cache-control': revision === undefined ? 'private, no-cache' : forever }
      : { 'cache-control': 'no-store' }),
    vary: 'Accept, Authorization',
    ...(type === 'text/html' ? { 'content-security-policy': reportPolicy } : {}),
    ...(type === 'text/csv'
      ? { 'content-disposition': `attachment; filename="${place.programme}-${report.content.month}.csv"` }
      : {}),
  };
  if (asAt === undefined && matches(call.headers['if-none-match'], etag))
    return done({ status: 304, headers, body: '' });
  return done({ status: 200, headers, ...(await bodyIn(type, everyRow, deps, place, report)) });
};
