import { done, refused } from '#domain/decided.ts';
import { putReview as decidePut } from '#domain/review/put-review.ts';
import type { Refusal } from '#schemas/problems.ts';
import { Review } from '#schemas/review.ts';
import { reviewsExist } from '#store/positions/position-pages.ts';
import { firstOpened } from '#store/records/first-review.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { storedReview } from '../commands/act-on-review.ts';
import { recordChange } from '../commands/record-change.ts';
import type { ReadsTable, UseCase, WritesTable } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';
import { peopleIn, reviewView } from '../views/review-view.ts';

/** Other reviews that the record names must be there. */
export const missingReviews = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  id: string,
  record: Review,
): Promise<Refusal | null> => {
  const others = [
    ['/parent', record.parent],
    ['/mergedInto', record.mergedInto],
    ['/splitFrom', record.splitFrom],
    ...record.waitsFor.map((wait, n) => [`/waitsFor/${n}/review`, wait.review] as const),
  ].flatMap(([pointer, review]) => (pointer === undefined || review === undefined ? [] : [{ pointer, review }]));
  const required = await reviewsExist(
    deps.table,
    programmeRef,
    others.map((one) => one.review),
  );
  const missing = others.filter((one) => one.review === id || !required.has(one.review));
  return missing.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${missing.map((one) => one.review).join(', ')}, which is no other review of this programme.`,
        faults: missing.map((one) => ({
          in: 'body',
          pointer: one.pointer,
          message: 'names no other review of this programme',
        })),
      };
};

export const putReview: UseCase<WritesTable> = async (call, deps) => {
  const record = Review.parse(call.body);
  const chainRef = chainRefOf(call);
  const id = param(call, 'reviewId');
  return recordChange(call, deps, {
    chainRef,
    recordRef: reviewName(id),
    type: 'put',
    named: peopleIn(record).map((one) => one.subject),
    decide: async (loaded, command) => {
      const missing = await missingReviews(deps, chainRef, id, record);
      if (missing !== null) return refused(missing);
      const decided = decidePut({ programme: settingsIn(loaded), before: reviewIn(loaded), record, command });
      if (decided.kind === 'refused') return decided;
      const { programme, opened } = loaded;
      return done({
        state: storedReview(decided.result),
        people: peopleIn(record),
        alongside: programme === undefined || opened ? [] : [firstOpened(deps.table, chainRef, programme)],
      });
    },
    answer: (loaded, stored, names) => reviewView(stored, settingsIn(loaded), names),
  });
};
