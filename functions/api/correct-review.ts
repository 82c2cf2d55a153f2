import { done, refused } from '#domain/decided.ts';
import { correctReview as decideCorrection } from '#domain/review/correct-review.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { Review } from '#schemas/review.ts';
import { recordAt } from '#store/records/records.ts';
import { storedReview } from '../commands/act-on-review.ts';
import { correct, recordedTwice } from '../commands/correct.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { loadedReview, reviewName, settingsIn } from '../views/loaded-records.ts';
import { peopleIn, reviewView } from '../views/review-view.ts';
import { missingReviews } from './put-review.ts';

const recordedOf = (event: HistoryEvent) => ({ ...loadedReview(recordAt(event)), from: event.effectiveAt });

export const correctReview: UseCase<WritesTable> = async (call, deps) => {
  const chainRef = chainRefOf(call);
  const id = param(call, 'reviewId');
  const record = Review.parse(recordedTwice(call));
  return correct(call, deps, {
    recordRef: reviewName(id),
    unknown: { code: 'review.unknown', detail: `The programme ${chainRef.programme} has no review ${id}.` },
    decide: async (loaded, command, { first, until, today }) => {
      const missing = await missingReviews(deps, chainRef, id, record);
      if (missing !== null) return refused(missing);
      const decided = decideCorrection({
        programme: settingsIn(loaded),
        first: recordedOf(first),
        until: until.map(recordedOf),
        record,
        command,
      });
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedReview(decided.result),
            people: peopleIn(record),
            shown: today === null ? [] : peopleIn(loadedReview(today).record).map((one) => one.subject),
          });
    },
    answer: (loaded, stored, names) => reviewView(stored, settingsIn(loaded), names),
  });
};
