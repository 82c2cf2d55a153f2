import { done, refused } from '#domain/decided.ts';
import { isHandedOver } from '#domain/transfer.ts';
import { agreeRedaction as decideAgreement, redactionIn } from '#registers/redaction/rules.ts';
import { agreeRedactionOperation } from '#schemas/operations/entry-acts.ts';
import type { ChangeOutcome } from '../commands/change-outcome.ts';
import { recordChange } from '../commands/record-change.ts';
import { redactionRefusal } from '../commands/redaction-target.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { entryView } from '../views/entry-view.ts';
import { settingsIn } from '../views/loaded-records.ts';

/** Agreed once, whoever hands it over: what is done twice changes nothing. */
const isAgreed = (outcome: ChangeOutcome): boolean =>
  outcome.kind !== 'refused' || outcome.refusal.code === 'redaction.agreed';

export const agreeRedaction = command(agreeRedactionOperation, async (call, deps: SendsRollUps) => {
  const chainRef = chainRefOf(call);
  const recordRef = { kind: 'redaction' as const, id: call.params.entryId };
  const outcome = await recordChange(call, deps, {
    chainRef,
    recordRef,
    type: 'agreed',
    evenIfClosed: true,
    decide: async (loaded, command) => {
      const current = loaded.record(recordRef);
      if (current === undefined)
        return refused({ code: 'entry.unknown', detail: `There is no redaction with the id ${recordRef.id} here.` });
      const handedOver = loaded.programme !== undefined && isHandedOver(loaded.programme.state);
      const decided = decideAgreement(current.state, command, settingsIn(loaded), handedOver);
      if (decided.kind === 'refused') return decided;
      const refusal = await redactionRefusal(deps, chainRef, redactionIn(current.state));
      return refusal === null ? done({ state: decided.result }) : refused(refusal);
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
  if (isAgreed(outcome)) {
    const { organisation, programme } = chainRef;
    const message = { kind: 'redact-words', organisation, programme, redaction: recordRef.id } as const;
    await deps.queue.send([message], deps.table.deadline);
  }
  return outcome;
});
