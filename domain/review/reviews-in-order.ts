import type { RatingsSection } from '#registers/rating/record.ts';
import type { ReviewSort } from '#schemas/operations/reviews.ts';
import type { Programme } from '#schemas/programme.ts';
import { type RatingName, worseness } from '#schemas/rating-names.ts';
import { Lifecycle, Tier } from '#schemas/review.ts';
import { stageNow, stagesOf } from '#schemas/stages.ts';
import { keyOfText, type Place } from '../place-in-list.ts';
import { isCounted } from './counted.ts';

/*
 * Where a review stands in a list of a programme's (docs/meaning.md LIST-7).
 */

/** Of a review, what its list is sorted by. */
export interface ReviewToSort {
  readonly id: string;
  readonly review: {
    readonly title: string;
    readonly stage: string;
    readonly tier: Tier;
    readonly lifecycle: Lifecycle;
  };
}

/** What its SRO and assurance last said overall, the worse first. */
const saidOf = (ratings: RatingsSection | undefined): readonly RatingName[] =>
  [ratings?.sro, ratings?.assurance]
    .flatMap((one) => (one ? [one.given.overall.rating] : []))
    .toSorted((one, other) => worseness(other) - worseness(one));

/** Whether either of them last rated it so, or neither did. */
export const isRated = (ratings: RatingsSection | undefined, as: RatingName | 'not-rated'): boolean => {
  const said = saidOf(ratings);
  return as === 'not-rated' ? said.length === 0 : said.includes(as);
};

/** The worst rating first, of the reviews that count; those not rated after them, and then the others. */
const worstFirst = ({ lifecycle }: ReviewToSort['review'], worst: RatingName | undefined, programme: Programme) =>
  [
    (isCounted(lifecycle, programme) ? 0 : 2) + (worst === undefined ? 1 : 0),
    worst === undefined ? 0 : -worseness(worst),
  ] as const;

export const placeOfReview = (
  { id, review }: ReviewToSort,
  sort: ReviewSort,
  programme: Programme,
  ratings: RatingsSection | undefined,
): Place => {
  const stages = stagesOf(programme.stageModel).map((one) => one.id);
  const stage = stages.indexOf(stageNow(programme, review.stage));
  const [group, key]: readonly [number, string | number] = {
    id: () => [0, id] as const,
    worst: () => worstFirst(review, saidOf(ratings)[0], programme),
    title: () => [0, keyOfText(review.title)] as const,
    stage: () => [stage < 0 ? 1 : 0, stage] as const,
    tier: () => [0, Tier.options.indexOf(review.tier)] as const,
    lifecycle: () => [0, Lifecycle.options.indexOf(review.lifecycle)] as const,
  }[sort]();
  return [group, key, id, ''];
};
