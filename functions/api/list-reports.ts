import { done } from '#domain/decided.ts';
import { readReportList } from '#store/reports.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { cursorOf, pageAsked } from '../kit/paging.ts';
import { placeOf } from '../kit/place.ts';

export const listReports: UseCase<ReadsTable> = async (call, deps) => {
  const page = pageAsked(call);
  if (page.kind === 'refused') return page;
  const list = await readReportList(deps.table, placeOf(call), page.result);
  return done({ status: 200, headers: {}, body: { items: list.items, next: cursorOf(list.next) } });
};
