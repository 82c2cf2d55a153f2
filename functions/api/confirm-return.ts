import { confirmReturn as decideConfirmation } from '#registers/return/rules.ts';
import { confirmReturnOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const confirmReturn = command(confirmReturnOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'confirmed',
    decide: (loaded, { state, version }, command) =>
      decideConfirmation({
        review: mustHaveReview(loaded),
        month: call.params.entryId,
        state,
        version,
        request,
        command,
      }),
  });
});
