import { done } from '#domain/decided.ts';
import { rateReview as decideRating } from '#domain/registers/rating.ts';
import { Rating } from '#schemas/rating.ts';
import { tell } from '../commands/record-change.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { shownEntry } from '../views/entry-view.ts';
import { mustHaveReview, reviewName, settingsIn } from '../views/loaded-records.ts';

export const rateReview: UseCase<TellsTable> = async (call, deps) => {
  const request = Rating.parse(call.body);
  return tell(call, deps, {
    place: placeOf(call),
    // The source, and with it the id, is known once the review is: the decision names the thing.
    thing: { kind: 'rating', id: '' },
    type: 'given',
    things: [reviewName(param(call, 'reviewId'))],
    decide: (file, telling) => {
      const decided = decideRating({
        review: mustHaveReview(file),
        programme: settingsIn(file),
        request,
        telling,
        existingIds: file.register('rating').map((one) => one.id),
      });
      return decided.kind === 'refused'
        ? decided
        : done({ state: decided.result.state, thing: { kind: 'rating', id: decided.result.id } });
    },
    answer: (file, stored) => shownEntry(stored, settingsIn(file)),
  });
};
