import { done } from '#domain/decided.ts';
import { listEntriesOperations } from '#schemas/operations/registers.ts';
import { readRecordsAsAt, readRegisterPage } from '#store/records/records.ts';
import { pageAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, pinnedCursorOf, requestedPage } from '../http/paging.ts';
import { registerOf } from '../http/register.ts';
import { query } from '../http/use-case.ts';
import type { AsOf } from '../queries/as-of.ts';
import { readChain } from '../queries/read-chain.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { entryView } from '../views/entry-view.ts';

export const listEntries = query(listEntriesOperations, async (call, deps: ReadsTable) => {
  const page = requestedPage(call);
  if (page.kind === 'refused') return page;
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const { limit, after } = page.result;
  const chainRef = chainRefOf(call);
  const { kind } = registerOf(call);
  const readAsAt = async ({ asAt, knowledge }: AsOf) => {
    const all = (await readRecordsAsAt(deps.table, chainRef, kind, asAt, knowledge)).filter(
      (one) => after === undefined || one.id > after,
    );
    const records = all.slice(0, limit);
    return { records, nextId: all.length > limit ? records.at(-1)?.id : undefined };
  };
  const [programme, { records, nextId }] = await Promise.all([
    readChain(deps, chainRef, asOf),
    asOf === undefined ? readRegisterPage(deps.table, chainRef, kind, { limit, afterId: after }) : readAsAt(asOf),
  ]);
  if (programme.kind === 'refused') return programme;
  return done(
    pageAnswer(
      records.map((one) => entryView(one, programme.result)),
      (count, last) => {
        const next = count < records.length ? last?.id : nextId;
        return asOf === undefined ? cursorOf(next) : pinnedCursorOf(call, next, asOf.known);
      },
    ),
  );
});
