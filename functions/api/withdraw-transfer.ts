import { withdrawTransferOperation } from '#schemas/operations/transfers.ts';
import { answerTransfer } from '../commands/answer-transfer.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const withdrawTransfer = command(withdrawTransferOperation, (call, deps: WritesTable) =>
  answerTransfer(call, deps, { answer: 'withdrawn', reason: call.body.reason }),
);
