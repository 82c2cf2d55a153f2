import { moveStage as decideMove } from '#domain/review/move-stage.ts';
import { MoveStage } from '#schemas/review.ts';
import { actOnReview } from '../commands/act-on-review.ts';
import type { TellsTable, UseCase } from '../http/call.ts';

export const moveStage: UseCase<TellsTable> = async (call, deps) => {
  const request = MoveStage.parse(call.body);
  return actOnReview(call, deps, {
    type: 'stage-moved',
    reason: request.reason,
    decide: (context, telling) => decideMove({ ...context, request, telling }),
  });
};
