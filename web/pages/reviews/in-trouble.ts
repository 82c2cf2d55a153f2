import type * as z from 'zod';
import type { ReviewSummary } from '#schemas/operations/answer-parts.ts';
import { RatingName } from '#schemas/rating-names.ts';

/*
 * Reviews as they are rated today, of a list that was asked for with its ratings.
 */

type RatedReview = Pick<z.infer<typeof ReviewSummary>, 'ratings' | 'lifecycle'>;

/** Where SRO and assurance differ, the worse; undefined where neither has rated it. */
export const worseOf = ({ ratings }: RatedReview): RatingName | undefined =>
  RatingName.options.toReversed().find((name) => ratings?.sro?.rating === name || ratings?.assurance?.rating === name);

/** Under way: what the totals of reports are made of. */
export const isUnderWay = ({ lifecycle }: RatedReview): boolean => lifecycle === 'active' || lifecycle === 'paused';

export const isInTrouble = (review: RatedReview): boolean => ['red', 'amber-red'].includes(worseOf(review) ?? '');

/** How many have each rating, the worst first, and how many none. */
export const countedByRating = (
  reviews: readonly RatedReview[],
): readonly { readonly rating: RatingName | undefined; readonly count: number }[] =>
  [...RatingName.options.toReversed(), undefined]
    .map((rating) => ({ rating, count: reviews.filter((review) => worseOf(review) === rating).length }))
    .filter(({ count }) => count > 0);
