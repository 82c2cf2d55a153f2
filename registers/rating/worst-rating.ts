import { reviewKey } from '#domain/report/in-order.ts';
import type { LastRatings } from '#domain/report/last-ratings.ts';
import type { SubjectOfRow } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { type RatingName, worseness } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { leadingRating } from './record.ts';

type Worst = NonNullable<ReportContent['ratings']['worst']>;
type Cause = Worst['because']['rows'][number];

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
