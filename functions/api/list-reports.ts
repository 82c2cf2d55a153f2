import { done } from '#domain/decided.ts';
import { readReportList } from '#store/reports/reports.ts';
import { asAtAsked } from '../http/as-at.ts';
import type { ReadsTable, UseCase } from '../http/call.ts';
import { placeOf } from '../http/chain-ref.ts';
import { cursorOf, pageAsked, pinnedCursorOf } from '../http/paging.ts';

export const listReports: UseCase<ReadsTable> = async (call, deps) => {
  const page = pageAsked(call);
  if (page.kind === 'refused') return page;
  const by = asAtAsked(call);
  const { items, next } = await readReportList(deps.table, placeOf(call), { ...page.result, by });
  return done({
    status: 200,
    headers: {},
    body: { items, next: by === undefined ? cursorOf(next) : pinnedCursorOf(call, next) },
  });
};
