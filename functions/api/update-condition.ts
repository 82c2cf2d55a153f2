import { updateCondition as decideUpdate } from '#registers/business-case/rules.ts';
import { updateConditionOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const updateCondition = command(updateConditionOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'condition-updated',
    decide: (loaded, state, command) => decideUpdate({ review: mustHaveReview(loaded), state, request, command }),
  });
});
