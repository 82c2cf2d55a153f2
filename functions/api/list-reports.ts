import { done } from '#domain/decided.ts';
import { readReportList } from '#store/reports/reports.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { ReadsTable, UseCase } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, pinnedCursorOf, requestedPage } from '../http/paging.ts';

export const listReports: UseCase<ReadsTable> = async (call, deps) => {
  const page = requestedPage(call);
  if (page.kind === 'refused') return page;
  const by = requestedAsAt(call);
  const { items, next } = await readReportList(deps.table, chainRefOf(call), { ...page.result, by });
  return done({
    status: 200,
    headers: {},
    body: { items, next: by === undefined ? cursorOf(next) : pinnedCursorOf(call, next) },
  });
};
