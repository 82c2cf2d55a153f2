import { done } from '#domain/decided.ts';
import { listTransfersOperation } from '#schemas/operations/transfers.ts';
import { readTransfersPage } from '#store/transfers/transfers.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { cursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { transferView } from '../views/transfer-view.ts';

export const listTransfers = query(listTransfersOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call);
  if (page.kind === 'refused') return page;
  const { transfers, nextId } = await readTransfersPage(deps.table, call.actor.organisation, {
    limit: page.result.limit,
    afterId: page.result.after,
  });
  return done(jsonAnswer({ items: transfers.map((one) => transferView(one, call)), next: cursorOf(nextId) }));
});
