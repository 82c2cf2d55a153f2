import { done } from '#domain/decided.ts';
import { Rating } from '#registers/rating/record.ts';
import { rateReview as decideRating } from '#registers/rating/rules.ts';
import { recordChange } from '../commands/record-change.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { entryView } from '../views/entry-view.ts';
import { mustHaveReview, reviewName, settingsIn } from '../views/loaded-records.ts';

export const rateReview: UseCase<WritesTable> = async (call, deps) => {
  const request = Rating.parse(call.body);
  return recordChange(call, deps, {
    chainRef: chainRefOf(call),
    // The source, and with it the id, is known once the review is: the decision names the thing.
    recordRef: { kind: 'rating', id: '' },
    type: 'given',
    records: [reviewName(param(call, 'reviewId'))],
    decide: (loaded, command) => {
      const decided = decideRating({
        review: mustHaveReview(loaded),
        programme: settingsIn(loaded),
        request,
        command,
        existingIds: loaded.register('rating').map((one) => one.id),
      });
      return decided.kind === 'refused'
        ? decided
        : done({ state: decided.result.state, recordRef: { kind: 'rating', id: decided.result.id } });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
};
