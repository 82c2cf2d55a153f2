import { waiveCriterion as decideWaiver } from '#domain/review/waive-criterion.ts';
import { WaiveCriterion } from '#schemas/review.ts';
import { actOnReview } from '../kit/act-on-review.ts';
import type { TellsTable, UseCase } from '../kit/call.ts';

export const waiveCriterion: UseCase<TellsTable> = async (call, deps) => {
  const request = WaiveCriterion.parse(call.body);
  return actOnReview(call, deps, {
    type: 'criterion-waived',
    reason: request.reason,
    decide: (context, telling) => decideWaiver({ ...context, request, telling }),
  });
};
