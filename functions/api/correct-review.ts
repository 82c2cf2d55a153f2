import { done, refused } from '#domain/decided.ts';
import { correctReview as decideCorrection } from '#domain/review/correct-review.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { Review } from '#schemas/review.ts';
import { thingAt } from '#store/records/records.ts';
import { storedReview } from '../commands/act-on-review.ts';
import { correct, recordToldAgain } from '../commands/correct.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { loadedReview, reviewName, settingsIn } from '../views/loaded-records.ts';
import { peopleIn, shownReview } from '../views/review-view.ts';
import { missingReviews } from './put-review.ts';

const toldOf = (event: HistoryEvent) => ({ ...loadedReview(thingAt(event)), from: event.effectiveAt });

export const correctReview: UseCase<TellsTable> = async (call, deps) => {
  const place = placeOf(call);
  const id = param(call, 'reviewId');
  const record = Review.parse(recordToldAgain(call));
  return correct(call, deps, {
    thing: reviewName(id),
    unknown: { code: 'review.unknown', detail: `The programme ${place.programme} has no review ${id}.` },
    decide: async (file, telling, { first, until, today }) => {
      const missing = await missingReviews(deps, place, id, record);
      if (missing !== null) return refused(missing);
      const decided = decideCorrection({
        programme: settingsIn(file),
        first: toldOf(first),
        until: until.map(toldOf),
        record,
        telling,
      });
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedReview(decided.result),
            people: peopleIn(record),
            shown: today === null ? [] : peopleIn(loadedReview(today).record).map((one) => one.subject),
          });
    },
    answer: (file, stored, names) => shownReview(stored, settingsIn(file), names),
  });
};
