import { moveStage as decideMove } from '#domain/review/move-stage.ts';
import { moveStageOperation } from '#schemas/operations/review-acts.ts';
import { actOnReview } from '../commands/act-on-review.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const moveStage = command(moveStageOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnReview(call, deps, {
    type: 'stage-moved',
    reason: request.reason,
    decide: (context, command) => decideMove({ ...context, request, command }),
  });
});
