import { type Decided, done, refused } from '#domain/decided.ts';
import { acceptanceRefusal } from '#domain/transfer.ts';
import { redactionsUnderWay } from '#registers/redaction/rules.ts';
import { acceptTransferOperation } from '#schemas/operations/transfers.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import { readRecord } from '#store/records/records.ts';
import { dueItem } from '#store/reports/due.ts';
import { type Intent, putOver } from '#store/table/transaction.ts';
import { keepId, readReceiving } from '#store/transfers/receiving.ts';
import type { StoredTransfer } from '#store/transfers/transfers.ts';
import { answerTransfer } from '../commands/answer-transfer.ts';
import type { ChangeOutcome } from '../commands/change-outcome.ts';
import type { ReadsTable, SendsRollUps } from '../http/call.ts';
import { command } from '../http/use-case.ts';

/** Accepted once, whoever hands it over: what is copied twice changes nothing. */
const isAccepted = (outcome: ChangeOutcome): boolean =>
  outcome.kind !== 'refused' || outcome.refusal.code === 'transfer.accepted';

const isTaken = async ({ table }: ReadsTable, { to, programme }: StoredTransfer): Promise<boolean> => {
  const there = { organisation: to, programme, review: null };
  const [settings, receiving] = await Promise.all([
    readRecord(table, there, 'programme', programme),
    readReceiving(table, there),
  ]);
  return settings !== undefined || receiving !== undefined;
};

/** With the acceptance nothing is due any more where the programme was, and its id is kept where it goes. */
const withAcceptance = async (
  deps: ReadsTable,
  transfer: StoredTransfer,
  loaded: LoadedChain,
): Promise<Decided<readonly Intent<'item'>[]>> => {
  const underWay = redactionsUnderWay(loaded.register('redaction'));
  const refusal = acceptanceRefusal(transfer, { idIsTaken: await isTaken(deps, transfer), underWay });
  if (refusal !== null) return refused(refusal);
  const { id, to, programme } = transfer;
  return done([
    { name: 'item', item: putOver(deps.table, dueItem(loaded.chainRef, null)) },
    ...keepId(deps.table, { organisation: to, programme }, id),
  ]);
};

export const acceptTransfer = command(acceptTransferOperation, async (call, deps: SendsRollUps) => {
  const outcome = await answerTransfer(call, deps, {
    answer: 'accepted',
    registers: ['redaction'],
    also: (transfer, loaded) => withAcceptance(deps, transfer, loaded),
  });
  if (isAccepted(outcome)) {
    const { organisation } = call.actor;
    const message = { kind: 'receive-programme', organisation, transfer: call.params.transferId } as const;
    await deps.queue.send([message], deps.table.deadline);
  }
  return outcome;
});
