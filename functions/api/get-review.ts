import { done, refused } from '#domain/decided.ts';
import { reviewRecordOf } from '#schemas/review.ts';
import { readNamesBeside } from '#store/records/people.ts';
import { expectedNames, expectNames } from '../commands/name-prefetch.ts';
import { etagOf, type ReadsTable, type UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { momentAsked } from '../queries/as-of.ts';
import { readOfPlace } from '../queries/read-chain.ts';
import { reviewName } from '../views/loaded-records.ts';
import { peopleIn, shownReview } from '../views/review-view.ts';

export const getReview: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const id = param(call, 'reviewId');
  const asked = await momentAsked(call, deps);
  if (asked.kind === 'refused') return asked;
  const moment = asked.result;
  const read = await readOfPlace(deps, place, reviewName(id), moment, expectedNames(place));
  if (read.kind === 'refused') return read;
  const { programme, thing: review, beside } = read.result;
  if (review === undefined)
    return refused({
      code: 'review.unknown',
      detail: `There is no review ${id}${moment?.inWords ?? ''}.`,
    });
  const people = peopleIn(reviewRecordOf(review.state.record)).map((one) => one.subject);
  const names = await readNamesBeside(deps.table, place.organisation, people, beside);
  if (moment === undefined) expectNames(place, people);
  return done({
    status: 200,
    headers: moment === undefined ? { etag: etagOf(review.version) } : {},
    body: shownReview(review, programme, names),
  });
};
