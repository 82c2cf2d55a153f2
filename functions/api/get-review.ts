import { done, refused } from '#domain/decided.ts';
import { Review } from '#schemas/review.ts';
import { readNames } from '#store/people.ts';
import { readThing, readThingAsAt } from '#store/things.ts';
import { asAtAsked } from '../kit/as-at.ts';
import { etagOf, type ReadsTable, type UseCase } from '../kit/call.ts';
import { param, placeOf } from '../kit/place.ts';
import { readPlace } from '../kit/read-place.ts';
import { peopleIn, shownReview } from '../views/review-view.ts';

export const getReview: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const id = param(call, 'reviewId');
  const asAt = asAtAsked(call);
  const [programme, review] = await Promise.all([
    readPlace(deps, place),
    asAt === undefined
      ? readThing(deps.table, place, 'review', id)
      : readThingAsAt(deps.table, place, 'review', id, asAt),
  ]);
  if (programme.kind === 'refused') return programme;
  if (review === undefined)
    return refused({
      code: 'review.unknown',
      detail: `There is no review ${id}${asAt === undefined ? '' : ` as at ${asAt}`}.`,
    });
  const people = peopleIn(Review.parse(review.state.record)).map((one) => one.subject);
  const names = await readNames(deps.table, place.organisation, people);
  return done({
    status: 200,
    headers: asAt === undefined ? { etag: etagOf(review.version) } : {},
    body: shownReview(review, programme.result, names),
  });
};
