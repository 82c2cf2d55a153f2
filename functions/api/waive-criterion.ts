import { waiveCriterion as decideWaiver } from '#domain/review/waive-criterion.ts';
import { WaiveCriterion } from '#schemas/review.ts';
import { actOnReview } from '../commands/act-on-review.ts';
import type { UseCase, WritesTable } from '../http/call.ts';

export const waiveCriterion: UseCase<WritesTable> = async (call, deps) => {
  const request = WaiveCriterion.parse(call.body);
  return actOnReview(call, deps, {
    type: 'criterion-waived',
    reason: request.reason,
    decide: (context, command) => decideWaiver({ ...context, request, command }),
  });
};
