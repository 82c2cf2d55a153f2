import { recordStageWork as decideStageWork } from '#domain/review/stage-work.ts';
import { RecordStageWork } from '#schemas/review.ts';
import { actOnReview } from '../commands/act-on-review.ts';
import type { UseCase, WritesTable } from '../http/call.ts';

export const recordStageWork: UseCase<WritesTable> = async (call, deps) => {
  const request = RecordStageWork.parse(call.body);
  return actOnReview(call, deps, {
    type: 'stage-work-recorded',
    decide: ({ review }, command) => decideStageWork({ review, request, command }),
  });
};
