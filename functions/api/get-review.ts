import { done, refused } from '#domain/decided.ts';
import { getReviewOperation } from '#schemas/operations/reviews.ts';
import { namesThen, namesToday, readPeople } from '#store/records/people.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { etagOf } from '../http/etag.ts';
import { query } from '../http/use-case.ts';
import { readChainRecord } from '../queries/read-chain.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { withStagesOf } from '../queries/stages-of-reviews.ts';
import { unknownReview } from '../queries/unknown-chain.ts';
import { loadedReview, reviewName } from '../views/loaded-records.ts';
import { peopleIn, reviewView, withNames } from '../views/review-view.ts';

export const getReview = query(getReviewOperation, async (call, deps: ReadsTable) => {
  const chainRef = chainRefOf(call);
  const id = call.params.reviewId;
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const read = await readChainRecord(deps, chainRef, reviewName(id), asOf);
  if (read.kind === 'refused') return read;
  const { programme, storedRecord: review } = read.result;
  if (review === undefined) return refused(unknownReview(chainRef, id, asOf?.inWords));
  const stages = await withStagesOf(deps, chainRef, programme, [loadedReview(review).facts.stage]);
  if (stages.kind === 'refused') return stages;
  const view = reviewView(review, stages.result);
  const people = peopleIn(view.record).map((one) => one.subject);
  const found = await readPeople(deps.table, chainRef.organisation, people);
  const names = asOf === undefined ? namesToday(found) : namesThen(found, asOf.asAt);
  return done(
    jsonAnswer(
      { ...view, record: withNames(view.record, names) },
      asOf === undefined ? { etag: etagOf(chainRef, reviewName(id), review.version) } : {},
    ),
  );
});
