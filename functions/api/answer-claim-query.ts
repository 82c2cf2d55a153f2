import { answerClaimQuery as decideAnswer } from '#registers/saving/rules.ts';
import { answerClaimQueryOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const answerClaimQuery = command(answerClaimQueryOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'claim-query-answered',
    decide: (loaded, { state, version }, command) =>
      decideAnswer({ review: mustHaveReview(loaded), state, version, request, command }),
  });
});
