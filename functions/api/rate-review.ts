import { done } from '#domain/decided.ts';
import { rateReview as decideRating } from '#registers/rating/rules.ts';
import { rateReviewOperation } from '#schemas/operations/entry-acts.ts';
import { recordChange } from '../commands/record-change.ts';
import { reviewWithLine } from '../commands/review-with-line.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { entryView } from '../views/entry-view.ts';
import { mustHaveReview, reviewName, settingsIn } from '../views/loaded-records.ts';

export const rateReview = command(rateReviewOperation, async (call, deps: WritesTable) => {
  const chainRef = chainRefOf(call);
  return recordChange(call, deps, {
    chainRef,
    // The source, and with it the id, is known once the review is: the decision names the record.
    recordRef: { kind: 'rating', id: '' },
    type: 'given',
    versionOf: reviewName(call.params.reviewId),
    decide: async (loaded, command) => {
      const reviewVersion = loaded.record(reviewName(call.params.reviewId))?.version;
      if (reviewVersion === undefined) throw new Error('the loaded chain holds no review');
      // Whoever answered for the review of late is in what was recorded of it, whatever its record says today.
      const review = call.actor.roles.includes('assurance') ? await reviewWithLine(deps, loaded, 'rating') : null;
      const decided = decideRating({
        review: review ?? mustHaveReview(loaded),
        programme: settingsIn(loaded),
        request: call.body,
        command,
        reviewVersion,
        existingIds: loaded.register('rating').map((one) => one.id),
      });
      return decided.kind === 'refused'
        ? decided
        : done({ state: decided.result.state, recordRef: { kind: 'rating', id: decided.result.id } });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
});
