import { waiveCriterion as decideWaiver } from '#domain/review/waive-criterion.ts';
import { waiveCriterionOperation } from '#schemas/operations/review-acts.ts';
import { actOnReview } from '../commands/act-on-review.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const waiveCriterion = command(waiveCriterionOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnReview(call, deps, {
    type: 'criterion-waived',
    reason: request.reason,
    decide: (context, command) => decideWaiver({ ...context, request, command }),
  });
});
