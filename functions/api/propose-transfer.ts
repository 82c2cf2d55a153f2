import { done, refused } from '#domain/decided.ts';
import { withFacts } from '#domain/registers/record-state.ts';
import { proposeTransfer as decideProposal, transferOf } from '#domain/transfer.ts';
import { proposeTransferOperation } from '#schemas/operations/transfers.ts';
import { digestOf } from '#store/digests/digest.ts';
import { putTransfer, type StoredTransfer } from '#store/transfers/transfers.ts';
import { recordChange } from '../commands/record-change.ts';
import type { KnowsOrganisations, WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { settingsOf } from '../views/loaded-records.ts';
import { transferView } from '../views/transfer-view.ts';

export const proposeTransfer = command(
  proposeTransferOperation,
  async (call, deps: WritesTable & KnowsOrganisations) => {
    const chainRef = chainRefOf(call);
    const { organisation, programme } = chainRef;
    const { reason } = call.body;
    let transfer: StoredTransfer | undefined;
    return recordChange(call, deps, {
      chainRef,
      recordRef: { kind: 'programme', id: programme },
      type: 'transfer-proposed',
      evenIfClosed: true,
      decide: (loaded, command) => {
        const current = loaded.programme;
        if (current === undefined) return refused(unknownProgramme(chainRef));
        const id = digestOf([organisation, programme, current.version]).slice(0, 16);
        const { organisations } = deps;
        const before = transferOf(current.state);
        const decided = decideProposal({ id, programme, asked: call.body, current: before, command, organisations });
        if (decided.kind === 'refused') return decided;
        const { from, to, until, state, at } = decided.result;
        const words = { name: settingsOf(current).name, reason };
        transfer = { id, from, to, programme, words, until, state, proposed: { at, by: command.actor.subject } };
        return done({
          state: withFacts(current.state, { ...current.state.facts, transfer: decided.result }),
          reason,
          alongside: putTransfer(deps.table, transfer),
        });
      },
      answer: () => {
        if (transfer === undefined) throw new Error('what was not decided is not answered');
        return transferView(transfer, call);
      },
    });
  },
);
