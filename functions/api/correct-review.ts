import { done, refused } from '#domain/decided.ts';
import { correctReview as decideCorrection } from '#domain/review/correct-review.ts';
import { withLifeOf } from '#domain/review/life-in-record.ts';
import { reviewsNamed } from '#domain/review/named-reviews.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { correctReviewOperation } from '#schemas/operations/reviews.ts';
import { recordAt } from '#store/records/records.ts';
import { storedReview } from '../commands/act-on-review.ts';
import { correct } from '../commands/correct.ts';
import { refusalOfOwnAssurance } from '../commands/own-assurance.ts';
import { readNamedReviews } from '../commands/read-missing.ts';
import { reviewAnswer } from '../commands/review-answer.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { unknownReview } from '../queries/unknown-chain.ts';
import { loadedReview, reviewName, settingsIn } from '../views/loaded-records.ts';
import { peopleIn } from '../views/review-view.ts';

const recordedOf = (event: HistoryEvent) => ({ ...loadedReview(recordAt(event)), from: event.effectiveAt });

export const correctReview = command(correctReviewOperation, async (call, deps: WritesTable) => {
  const chainRef = chainRefOf(call);
  const id = call.params.reviewId;
  const given = call.body.record;
  return correct(call, deps, {
    recordRef: reviewName(id),
    named: peopleIn(given).map((one) => one.subject),
    unknown: unknownReview(chainRef, id),
    decide: async (loaded, command, { first, until, later }) => {
      const last = until.at(-1);
      const before = recordedOf(last ?? first).record;
      const record = withLifeOf(given, before);
      const others = await readNamedReviews(deps, chainRef, id, ...reviewsNamed(record, before));
      if (others.kind === 'refused') return others;
      const decided = decideCorrection({
        programme: settingsIn(loaded),
        first: recordedOf(first),
        until: until.map(recordedOf),
        record,
        command,
      });
      if (decided.kind === 'refused') return decided;
      const time = { from: command.effectiveAt, until: later[0]?.effectiveAt };
      const own = await refusalOfOwnAssurance(deps, chainRef, before, record, time);
      if (own !== null) return refused(own);
      // Recorded of a time at which it was struck out, it stays so then.
      return done({
        state: { ...storedReview(decided.result), struckOut: last?.after.struckOut ?? null },
        people: peopleIn(record),
        checked: others.result,
      });
    },
    ...reviewAnswer,
  });
});
