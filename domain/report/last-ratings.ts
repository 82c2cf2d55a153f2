import { addMonths, monthOfDate, type ReportMonth } from '#language/time.ts';
import { type LastRating, type RatedOrNot, type Voice, voices } from '#registers/rating/record.ts';
import { isReturnMissing } from '#registers/return/report.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportLine } from '#schemas/report.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';

/** A rating of a month is up to date in so many months after it, unless the programme says otherwise. */
const ratingsHoldMonths = 2;

/** How a rating is counted: what is out of date never as what it says. */
export const countedAs = (last: LastRating | null): RatedOrNot =>
  last === null ? 'not-rated' : last.outOfDate ? 'out-of-date' : last.rating;

/** How the ratings of a review were counted in a published report, from its line there. */
export const countedRatings = ({ ratings, sroRating, assuranceRating }: ReportLine): { [V in Voice]: RatedOrNot } =>
  ratings === undefined
    ? { sro: sroRating ?? 'not-rated', assurance: assuranceRating ?? 'not-rated' }
    : { sro: countedAs(ratings.sro), assurance: countedAs(ratings.assurance) };

export type LastRatings = { readonly [V in Voice]: LastRating | null };

/** The first month of which a rating is still shown as up to date. */
export const oldestMonthOfRatings = ({ reporting }: Programme, { month }: ReportedMonth): ReportMonth =>
  addMonths(month, -(reporting.ratingsHoldMonths ?? ratingsHoldMonths));

/**
 * What the SRO and assurance last said of a review, and whether it is out of date: of a day before the months for which a
 * rating holds, or of a review whose return of the month is missing (docs/meaning.md CONFIDENCE-20).
 */
export const lastRatings = (review: ReviewInReport, programme: Programme, month: ReportedMonth): LastRatings => {
  const oldest = oldestMonthOfRatings(programme, month);
  const noReturn = isReturnMissing(review, month);
  const of = (voice: Voice): LastRating | null => {
    const last = review.position.ratings[voice];
    if (last === null) return null;
    const { on, overall, forwardLook, time, cost, benefits, risk } = last.given;
    return {
      rating: overall.rating,
      on,
      outOfDate: noReturn || monthOfDate(on) < oldest,
      words: overall.words,
      forwardLook: forwardLook ?? null,
      time: time ?? null,
      cost: cost ?? null,
      benefits: benefits ?? null,
      risk: risk ?? null,
    };
  };
  return { sro: of('sro'), assurance: of('assurance') };
};

/** Which voices rate a review otherwise than in the report before; of the first report nothing is said. */
export const ratingsMoved = (
  previous: ReportSetting['previous'],
  review: string,
  last: LastRatings,
): readonly { readonly by: Voice; readonly was: RatedOrNot; readonly is: RatedOrNot }[] => {
  if (previous === null) return [];
  const before = previous.ratings.get(review);
  return voices.flatMap((by) => {
    const [was, is] = [before?.[by] ?? 'not-rated', countedAs(last[by])];
    return was === is ? [] : [{ by, was, is }];
  });
};
