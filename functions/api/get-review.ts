import { done, refused } from '#domain/decided.ts';
import { reviewRecordOf } from '#schemas/review.ts';
import { readNamesBeside } from '#store/records/people.ts';
import { expectedNames, expectNames } from '../commands/name-prefetch.ts';
import { etagOf, type ReadsTable, type UseCase } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { requestedAsOf } from '../queries/as-of.ts';
import { readChainRecord } from '../queries/read-chain.ts';
import { reviewName } from '../views/loaded-records.ts';
import { peopleIn, reviewView } from '../views/review-view.ts';

export const getReview: UseCase<ReadsTable> = async (call, deps) => {
  const chainRef = chainRefOf(call);
  const id = param(call, 'reviewId');
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const read = await readChainRecord(deps, chainRef, reviewName(id), asOf, expectedNames(chainRef));
  if (read.kind === 'refused') return read;
  const { programme, storedRecord: review, alsoRead } = read.result;
  if (review === undefined)
    return refused({
      code: 'review.unknown',
      detail: `There is no review ${id}${asOf?.inWords ?? ''}.`,
    });
  const people = peopleIn(reviewRecordOf(review.state.record)).map((one) => one.subject);
  const names = await readNamesBeside(deps.table, chainRef.organisation, people, alsoRead);
  if (asOf === undefined) expectNames(chainRef, people);
  return done({
    status: 200,
    headers: asOf === undefined ? { etag: etagOf(review.version) } : {},
    body: reviewView(review, programme, names),
  });
};
