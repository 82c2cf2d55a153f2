import { done, refused } from '#domain/decided.ts';
import { getTransferOperation } from '#schemas/operations/transfers.ts';
import { readTransfer } from '#store/transfers/transfers.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { query } from '../http/use-case.ts';
import { unknownTransfer } from '../queries/unknown-transfer.ts';
import { transferView } from '../views/transfer-view.ts';

export const getTransfer = query(getTransferOperation, async (call, deps: ReadsTable) => {
  const { transferId } = call.params;
  const transfer = await readTransfer(deps.table, call.actor.organisation, transferId);
  return transfer === undefined ? refused(unknownTransfer(transferId)) : done(jsonAnswer(transferView(transfer, call)));
});
