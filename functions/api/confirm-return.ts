import { figureSections } from '#registers/return/figures.ts';
import { confirmReturn as decideConfirmation } from '#registers/return/rules.ts';
import { confirmReturnOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { returnFigures } from '../queries/return-figures.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const confirmReturn = command(confirmReturnOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  const month = call.params.entryId;
  return actOnEntry(call, deps, {
    type: 'confirmed',
    sections: figureSections,
    decide: async (loaded, { state, version }, command) =>
      decideConfirmation({
        review: mustHaveReview(loaded),
        month,
        state,
        version,
        request,
        figures: await returnFigures(deps, loaded, month, command.effectiveAt),
        command,
      }),
  });
});
