import { moveStage as decideMove } from '#domain/review/move-stage.ts';
import { MoveStage } from '#schemas/review.ts';
import { actOnReview } from '../commands/act-on-review.ts';
import type { UseCase, WritesTable } from '../http/call.ts';

export const moveStage: UseCase<WritesTable> = async (call, deps) => {
  const request = MoveStage.parse(call.body);
  return actOnReview(call, deps, {
    type: 'stage-moved',
    reason: request.reason,
    decide: (context, command) => decideMove({ ...context, request, command }),
  });
};
