import { done, refused } from '#domain/decided.ts';
import { readLines, readReport } from '#store/reports.ts';
import { reportLinesCsv } from '#web/report-csv.ts';
import { preferredType } from '../kit/accept.ts';
import { asAtAsked } from '../kit/as-at.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { matches } from '../kit/etag.ts';
import { cursorOf, pageAsked, pinnedCursorOf } from '../kit/paging.ts';
import { param, placeOf } from '../kit/place.ts';
import { linesAddress } from '../kit/report-run.ts';
import { linesInView, viewOfReport } from '../views/report-view.ts';

export const getReportLines: UseCase<ReadsTable> = async (call, deps) => {
  const page = pageAsked(call);
  if (page.kind === 'refused') return page;
  const place = placeOf(call);
  const type = preferredType(call.headers.accept, call.operation.success.mediaTypes);
  if (type === undefined)
    return refused({
      code: 'answer.not-acceptable',
      detail: `Lines are offered as ${call.operation.success.mediaTypes.join(', ')}.`,
    });
  const asAt = asAtAsked(call);
  const report = await readReport(deps.table, place, param(call, 'month'), asAt);
  if (report === undefined) return refused({ code: 'report.unpublished', detail: 'No such report is published.' });
  const { month, revision, lines: count } = report.content;
  const first = page.result.after === undefined ? 0 : Number(page.result.after);
  const found =
    count === 0 && first === 0
      ? []
      : Number.isInteger(first) && first >= 0 && first < count
        ? await readLines(deps.table, place, month, revision, first)
        : undefined;
  if (found === undefined)
    return refused({
      code: 'request.invalid',
      detail: 'cursor must be the "next" of the page before.',
      faults: [{ in: 'query', pointer: '/cursor', message: 'must be the "next" of the page before' }],
    });
  const { shown, digest } = await viewOfReport(call, deps, report);
  const etag = `"${digest.slice(0, 32)}-lines-${first}-${type === 'text/csv' ? 'csv' : 'json'}-${shown.view}"`;
  const following = first + found.length < count ? String(first + found.length) : undefined;
  const next = asAt === undefined ? cursorOf(following) : pinnedCursorOf(call, following);
  const headers = {
    ...(asAt === undefined ? { etag, 'cache-control': 'private, no-cache' } : { 'cache-control': 'no-store' }),
    vary: 'Accept, Authorization',
    ...(next === null ? {} : { link: `<${linesAddress(place.programme, month, next, call.query.asAt)}>; rel="next"` }),
  };
  if (asAt === undefined && matches(call.headers['if-none-match'], etag))
    return done({ status: 304, headers, body: '' });
  const lines = linesInView(found, shown);
  return type === 'text/csv'
    ? done({ status: 200, headers, mediaType: 'text/csv; charset=utf-8', body: reportLinesCsv(lines) })
    : done({ status: 200, headers, body: { month, revision, lines, next } });
};
