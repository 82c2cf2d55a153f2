import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addTotals, noTotal, share } from '#domain/totals.ts';
import { basisInWords, counted as countOf } from '#language/in-words.ts';
import type { Total } from '#schemas/figures.ts';
import { RatingName } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';

type Ratings = ReportContent['ratings'];
type Rated = RatingName | 'not-rated';
type Tally = Map<Rated, number>;

const bestFirst: readonly RatingName[] = RatingName.options;
const threePoints: readonly RatingName[] = ['green', 'amber', 'red'];

const add = (tally: Tally, rating: Rated, amount: number): void => {
  tally.set(rating, (tally.get(rating) ?? 0) + amount);
};

/** The worst rating, and the reviews that cause it. */
const worstRating = () => {
  let worst: { readonly rating: RatingName; readonly because: Rows<SubjectOfRow> } | null = null;
  return {
    add: (rating: RatingName, subject: SubjectOfRow): void => {
      const worse = worst === null ? 1 : bestFirst.indexOf(rating) - bestFirst.indexOf(worst.rating);
      if (worst === null || worse > 0) worst = { rating, because: new Rows<SubjectOfRow>((one) => [reviewKey(one)]) };
      if (worse >= 0) worst.because.add(subject);
    },
    close: (): Ratings['worst'] => (worst === null ? null : { rating: worst.rating, because: worst.because.listed() }),
  };
};

/** The ratings that the scheme has, any other that was given, and last the reviews not rated. */
const ratingsToList = (scheme: Ratings['scheme'], tally: ReadonlyMap<Rated, unknown>): Rated[] => [
  ...bestFirst.filter((rating) => scheme === 'five-point' || threePoints.includes(rating) || tally.has(rating)),
  'not-rated',
];

/**
 * The SRO's and assurance's overall ratings side by side, rolled up so that nothing hides: the worst with the reviews that
 * cause it, and every rating weighed by the savings planned for the month's financial year. Of counted reviews.
 */
export const ratingsPart = ({ programme }: ReportSetting, month: ReportedMonth) => {
  const sro: Tally = new Map();
  const assurance: Tally = new Map();
  const weight = new Map<Rated, Total>();
  const differ = new Rows<Ratings['differ']['rows'][number]>((one) => [reviewKey(one)]);
  const worst = worstRating();
  let counted = 0;
  let planning = 0;

  const counts = (tally: Tally): Ratings['sro'] =>
    ratingsToList(programme.ratingScheme, tally).map((rating) => ({
      rating,
      share: share(tally.get(rating) ?? 0, counted),
    }));

  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted) return;
      const { ratings, savings } = review.position;
      const subject = subjectOf(review);
      const bySro = ratings.sro?.given.overall.rating;
      const byAssurance = ratings.assurance?.given.overall.rating;
      const plan = savings.years.find((row) => row.year === month.financialYear)?.plan ?? noTotal;
      counted += 1;
      if (plan.count > 0) planning += 1;
      add(sro, bySro ?? 'not-rated', 1);
      add(assurance, byAssurance ?? 'not-rated', 1);
      const rated = bySro ?? 'not-rated';
      weight.set(rated, addTotals([weight.get(rated) ?? noTotal, plan]));
      if (bySro === undefined) return;
      worst.add(bySro, subject);
      if (byAssurance !== undefined && byAssurance !== bySro) {
        differ.add({ ...subject, sro: bySro, assurance: byAssurance });
      }
    },
    close: (): Ratings => {
      const all = addTotals([...weight.values()]);
      return {
        scheme: programme.ratingScheme,
        sro: counts(sro),
        assurance: counts(assurance),
        worst: worst.close(),
        valueWeighted: ratingsToList(programme.ratingScheme, weight).map((rating) => {
          const planned = weight.get(rating) ?? noTotal;
          return { rating, planned, share: share(planned.low, all.low) };
        }),
        weighedBy: `Weighed by what ${planning} of ${countOf(counted, 'review')} plan for ${month.financialYear}${basisInWords(all)}.`,
        differ: differ.listed(),
      };
    },
  };
};
