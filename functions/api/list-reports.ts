import { done } from '#domain/decided.ts';
import { listReportsOperation } from '#schemas/operations/reports.ts';
import { readReportList } from '#store/reports/reports.ts';
import { jsonAnswer } from '../http/answer.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, pinnedCursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';

export const listReports = query(listReportsOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call);
  if (page.kind === 'refused') return page;
  const by = requestedAsAt(call);
  const { items, next } = await readReportList(deps.table, chainRefOf(call), { ...page.result, by });
  return done(jsonAnswer({ items, next: by === undefined ? cursorOf(next) : pinnedCursorOf(call, next) }));
});
