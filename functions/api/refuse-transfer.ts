import { refuseTransferOperation } from '#schemas/operations/transfers.ts';
import { answerTransfer } from '../commands/answer-transfer.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const refuseTransfer = command(refuseTransferOperation, (call, deps: WritesTable) =>
  answerTransfer(call, deps, { answer: 'refused', reason: call.body.reason }),
);
