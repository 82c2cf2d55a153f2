import { done } from '#domain/decided.ts';
import type { Instant } from '#language/time.ts';
import { listReportsOperation } from '#schemas/operations/reports.ts';
import type { NotReported } from '#schemas/report-run.ts';
import { readNotReported } from '#store/reports/not-reported.ts';
import { readReport, readReportList } from '#store/reports/reports.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { jsonAnswer } from '../http/answer.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, pinnedCursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { readChain } from '../queries/read-chain.ts';

/** The months that were given up, or were by then, and are not published. */
const readNotPublished = async (
  { table }: ReadsTable,
  programmeRef: ProgrammeRef,
  by: Instant | undefined,
): Promise<readonly NotReported[]> => {
  const givenUp = (await readNotReported(table, programmeRef)).filter(({ since }) => by === undefined || since <= by);
  const published = await Promise.all(givenUp.map(({ month }) => readReport(table, programmeRef, { month, by })));
  return givenUp.filter((_, n) => published[n] === undefined);
};

export const listReports = query(listReportsOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, /^\d{4}-\d{2}(?:#\d{4})?$/);
  if (page.kind === 'refused') return page;
  const by = requestedAsAt(call);
  const chainRef = chainRefOf(call);
  const [programme, { items, next }, notReported] = await Promise.all([
    readChain(deps, chainRef),
    readReportList(deps.table, chainRef, { ...page.result, by }),
    page.result.after === undefined ? readNotPublished(deps, chainRef, by) : [],
  ]);
  if (programme.kind === 'refused') return programme;
  return done(jsonAnswer({ items, notReported, next: by === undefined ? cursorOf(next) : pinnedCursorOf(call, next) }));
});
