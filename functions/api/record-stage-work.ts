import { recordStageWork as decideStageWork } from '#domain/review/stage-work.ts';
import { recordStageWorkOperation } from '#schemas/operations/review-acts.ts';
import { actOnReview } from '../commands/act-on-review.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const recordStageWork = command(recordStageWorkOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnReview(call, deps, {
    type: 'stage-work-recorded',
    decide: ({ review }, command) => decideStageWork({ review, request, command }),
  });
});
