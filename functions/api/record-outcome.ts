import { recordOutcome as decideOutcome } from '#registers/business-case/rules.ts';
import { recordOutcomeOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const recordOutcome = command(recordOutcomeOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'outcome-recorded',
    decide: (loaded, { state, version }, command) =>
      decideOutcome({ review: mustHaveReview(loaded), state, version, request, command }),
  });
});
