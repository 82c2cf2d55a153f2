import { done } from '#domain/decided.ts';
import { rateReview as decideRating } from '#domain/registers/rating.ts';
import { Rating } from '#schemas/rating.ts';
import type { TellsTable, UseCase } from '../kit/call.ts';
import { mustHaveReview, reviewName, settingsIn } from '../kit/loaded.ts';
import { param, placeOf } from '../kit/place.ts';
import { tell } from '../kit/tell.ts';
import { shownEntry } from '../views/entry-view.ts';

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
