import { reviewKey } from '#domain/report/in-order.ts';
import type { LastRatings } from '#domain/report/last-ratings.ts';
import type { SubjectOfRow } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { RatingName } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { voices } from './record.ts';

type Worst = NonNullable<ReportContent['ratings']['worst']>;
type Cause = Worst['because']['rows'][number];

/** The worse a rating is, the larger. */
export const worseness = (rating: RatingName): number => RatingName.options.indexOf(rating);

/**
 * The worse of what the voices say of a review, and who says so; undefined where neither says anything that holds. A Green that is out
 * of date is no rating of today: then it may be worse than is said (docs/meaning.md CONFIDENCE-20).
 */
export const leadingRating = (last: LastRatings, ofBoth: boolean) => {
  const given = (ofBoth ? voices : (['sro'] as const)).flatMap((by) => {
    const said = last[by];
    return said === null ? [] : [{ by, rating: said.rating, on: said.on, outOfDate: said.outOfDate }];
  });
  const taken = given.filter((one) => !(one.outOfDate && one.rating === 'green'));
  const rating = RatingName.options.findLast((name) => taken.some((one) => one.rating === name));
  const said = taken.filter((one) => one.rating === rating).map(({ by, on, outOfDate }) => ({ by, on, outOfDate }));
  return { rating, said, mayBeWorse: taken.length < given.length };
};

/**
 * The worst overall rating, and the reviews that cause it: of both voices, with whose it is, or of the SROs alone. A Green that
 * is out of date leaves the worst a lower bound.
 */
export const worstRating = (ofBoth: boolean) => {
  let worst: { readonly rating: RatingName; readonly because: Rows<Cause> } | null = null;
  let mayBeWorse = false;
  const take = (rating: RatingName, cause: Cause): void => {
    const worse = worst === null ? 1 : worseness(rating) - worseness(worst.rating);
    if (worst === null || worse > 0) worst = { rating, because: new Rows<Cause>((one) => [reviewKey(one)]) };
    if (worse >= 0) worst.because.add(cause);
  };
  return {
    add: (subject: SubjectOfRow, last: LastRatings): void => {
      const leading = leadingRating(last, ofBoth);
      if (leading.mayBeWorse) mayBeWorse = true;
      if (leading.rating !== undefined) take(leading.rating, ofBoth ? { ...subject, said: leading.said } : subject);
    },
    close: (): Worst | null =>
      worst === null
        ? null
        : {
            rating: worst.rating,
            ...(ofBoth ? { atLeast: mayBeWorse && worst.rating !== 'red' } : {}),
            because: worst.because.listed(),
          },
  };
};
