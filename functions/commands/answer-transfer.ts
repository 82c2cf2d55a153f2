import { type Decided, done, refused } from '#domain/decided.ts';
import { withFacts } from '#domain/registers/record-state.ts';
import { answerTransfer as decideAnswer, transferOf } from '#domain/transfer.ts';
import type { RecordKind } from '#schemas/history.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { Intent } from '#store/table/transaction.ts';
import { putTransfer, readTransfer, type StoredTransfer } from '#store/transfers/transfers.ts';
import type { Call, WritesTable } from '../http/call.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { unknownTransfer } from '../queries/unknown-transfer.ts';
import { transferView } from '../views/transfer-view.ts';
import type { ChangeOutcome } from './change-outcome.ts';
import { recordChange } from './record-change.ts';

interface Answering {
  readonly answer: Parameters<typeof decideAnswer>[2];
  readonly reason?: string;
  readonly registers?: readonly RecordKind[];
  /** What is judged, and written, besides. */
  readonly also?: (transfer: StoredTransfer, loaded: LoadedChain) => Promise<Decided<readonly Intent<'item'>[]>>;
}

/**
 * An answer to a proposal, by either office. It is recorded with the programme, which is the giving organisation's: of which programme of
 * which organisation that is says the item that the sender's own organisation keeps of the proposal, and never the request.
 */
export const answerTransfer = async (
  call: Call<{ readonly transferId: string }, unknown>,
  deps: WritesTable,
  { answer, reason, registers = [], also }: Answering,
): Promise<ChangeOutcome> => {
  const { transferId } = call.params;
  const known = await readTransfer(deps.table, call.actor.organisation, transferId);
  if (known === undefined) return refused(unknownTransfer(transferId));
  const { from: organisation, programme } = known;
  const chainRef = { organisation, programme, review: null };
  let transfer = known;
  return recordChange(call, deps, {
    chainRef,
    recordRef: { kind: 'programme', id: programme },
    type: `transfer-${answer}`,
    registers,
    evenIfClosed: true,
    evenIfHandedOver: true,
    decide: async (loaded, command) => {
      const current = loaded.programme;
      if (current === undefined) return refused(unknownProgramme(chainRef));
      const decided = decideAnswer(known, transferOf(current.state), answer, command);
      if (decided.kind === 'refused') return decided;
      const more = (await also?.(known, loaded)) ?? done([]);
      if (more.kind === 'refused') return more;
      const { words: _, ...withoutWords } = known;
      const answered = { at: command.effectiveAt, by: command.actor.subject };
      transfer = { ...withoutWords, state: answer, answered };
      return done({
        state: withFacts(current.state, { ...current.state.facts, transfer: decided.result }),
        ...(reason === undefined ? {} : { reason }),
        alongside: [...putTransfer(deps.table, transfer), ...more.result],
      });
    },
    answer: () => transferView(transfer, call),
  });
};
