import { done, refused } from '#domain/decided.ts';
import { withLifeOf } from '#domain/review/life-in-record.ts';
import { reviewsNamed } from '#domain/review/named-reviews.ts';
import { putReview as decidePut } from '#domain/review/put-review.ts';
import { putReviewOperation } from '#schemas/operations/reviews.ts';
import { firstOpened } from '#store/records/first-review.ts';
import { storedReview } from '../commands/act-on-review.ts';
import { refusalOfOwnAssurance } from '../commands/own-assurance.ts';
import { readNamedReviews } from '../commands/read-missing.ts';
import { recordChange } from '../commands/record-change.ts';
import { reviewAnswer } from '../commands/review-answer.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';
import { peopleIn } from '../views/review-view.ts';

export const putReview = command(putReviewOperation, async (call, deps: WritesTable) => {
  const given = call.body;
  const chainRef = chainRefOf(call);
  const id = call.params.reviewId;
  return recordChange(call, deps, {
    chainRef,
    recordRef: reviewName(id),
    type: 'put',
    named: peopleIn(given).map((one) => one.subject),
    decide: async (loaded, command) => {
      const before = reviewIn(loaded);
      const record = withLifeOf(given, before?.record);
      const others = await readNamedReviews(deps, chainRef, id, ...reviewsNamed(record, before?.record));
      if (others.kind === 'refused') return others;
      const decided = decidePut({ programme: settingsIn(loaded), before, record, command });
      if (decided.kind === 'refused') return decided;
      const time = { from: command.effectiveAt, until: undefined };
      const own = before === null ? null : await refusalOfOwnAssurance(deps, chainRef, before.record, record, time);
      if (own !== null) return refused(own);
      const { programme, opened } = loaded;
      return done({
        state: storedReview(decided.result),
        people: peopleIn(record),
        checked: others.result,
        alongside: programme === undefined || opened ? [] : [firstOpened(deps.table, chainRef, programme)],
      });
    },
    ...reviewAnswer,
  });
});
