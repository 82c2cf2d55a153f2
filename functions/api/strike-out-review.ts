import { done, refused } from '#domain/decided.ts';
import { strikeOutReview as decideStrikeOut } from '#domain/review/strike-out-review.ts';
import { strikeOutReviewOperation } from '#schemas/operations/review-acts.ts';
import { storedReview } from '../commands/act-on-review.ts';
import { recordChange } from '../commands/record-change.ts';
import { reviewAnswer } from '../commands/review-answer.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { unknownReview } from '../queries/unknown-chain.ts';
import { loadedReview, reviewName } from '../views/loaded-records.ts';

export const strikeOutReview = command(strikeOutReviewOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  const recordRef = reviewName(call.params.reviewId);
  return recordChange(call, deps, {
    chainRef: chainRefOf(call),
    recordRef,
    type: request.undo ? 'strike-out-undone' : 'struck-out',
    evenIfStruckOut: true,
    decide: (loaded, command) => {
      const stored = loaded.record(recordRef);
      if (stored === undefined) return refused(unknownReview(chainRefOf(call), recordRef.id));
      const { record, facts } = loadedReview(stored);
      const decided = decideStrikeOut({ facts, struckOut: stored.state.struckOut }, request, command);
      return decided.kind === 'refused'
        ? decided
        : done({
            state: { ...storedReview({ record, facts: decided.result.facts }), struckOut: decided.result.struckOut },
            reason: request.reason,
          });
    },
    ...reviewAnswer,
  });
});
