import { done } from '#domain/decided.ts';
import { readReportList } from '#store/reports.ts';
import { asAtAsked } from '../kit/as-at.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { cursorOf, pageAsked, pinnedCursorOf } from '../kit/paging.ts';
import { placeOf } from '../kit/place.ts';

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
