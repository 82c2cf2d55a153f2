import { leadingRating, type RatedOrNot, voices } from '#registers/rating/record.ts';
import { returnWords } from '#registers/return/report.ts';
import { mostOnPageOne, type PageOne, type RatedOnPageOne } from '#schemas/page-one.ts';
import { RatingName, worseness } from '#schemas/rating-names.ts';
import { Tier } from '#schemas/review.ts';
import { countedAs, type LastRatings, lastRatings, ratingsMoved } from '../last-ratings.ts';
import type { ReportedMonth, ReportSetting } from '../report-setting.ts';
import { type ReviewInReport, subjectOf } from '../review-in-report.ts';
import { Rows } from '../rows.ts';
import { stageNamer } from '../stage-names.ts';

type Ratings = NonNullable<PageOne['position']>['ratings'];
type Moved = RatedOnPageOne['moved'][number];

const inTrouble: readonly (RatingName | undefined)[] = ['red', 'amber-red'];

/** Below zero: better than it was; of what was or is no rating of today nothing is said. */
const stepsWorse = ({ was, is }: Moved): number => {
  const [before, now] = [RatingName.safeParse(was).data, RatingName.safeParse(is).data];
  return before === undefined || now === undefined ? 0 : worseness(now) - worseness(before);
};

/** By what a review counts: the worse of its two ratings, else that there is none of today. */
const countsAs = (last: LastRatings, rating: RatingName | undefined): RatedOrNot =>
  rating ?? (voices.some((by) => countedAs(last[by]) === 'out-of-date') ? 'out-of-date' : 'not-rated');

const order: readonly RatedOrNot[] = [...RatingName.options.toReversed(), 'out-of-date', 'not-rated'];

/** The worst first, of them those that became worse, then by tier, and the largest of a tier first. */
interface Ranked {
  readonly row: RatedOnPageOne;
  readonly becameWorse: boolean;
  readonly planned: number;
}
const worstFirst = ({ row, becameWorse, planned }: Ranked): readonly (number | string)[] => [
  row.rating === null ? 1 : -worseness(row.rating),
  becameWorse ? 0 : 1,
  Tier.options.indexOf(row.tier),
  -planned,
  row.review ?? '',
];
const rowsOf = (rows: Rows<Ranked>) => {
  const { total, rows: first } = rows.listed();
  return { total, rows: first.map(({ row }) => row) };
};

/** Reviews of which neither is said, those of the worst rating: a board asks why they are no better. */
const openWorstRated = () => {
  const rows = new Rows<Ranked>(worstFirst, mostOnPageOne);
  const counts = new Map<RatingName, number>();
  return {
    add: (one: Ranked): void => {
      const { rating } = one.row;
      if (rating !== 'amber' && rating !== 'amber-green') return;
      rows.add(one);
      counts.set(rating, (counts.get(rating) ?? 0) + 1);
    },
    close: () => {
      const [first, ...others] = rowsOf(rows).rows;
      const those = first === undefined ? [] : [first, ...others.filter(({ rating }) => rating === first.rating)];
      return { total: first?.rating ? (counts.get(first.rating) ?? 0) : 0, rows: those };
    },
  };
};

const mostNamed = 3;

/** The first reviews of each rating, by their titles. */
const openNames = () => {
  const names = new Map<RatedOrNot, Rows<{ readonly title: string; readonly review: string }>>();
  return {
    add: (rating: RatedOrNot, { id: review, title }: ReviewInReport): void => {
      const rows = names.get(rating) ?? new Rows((one) => [one.review], mostNamed);
      rows.add({ review, title });
      names.set(rating, rows);
    },
    close: () =>
      order.flatMap((rating) => {
        const rows = rating === 'not-rated' ? undefined : names.get(rating)?.listed().rows;
        return rows === undefined ? [] : [{ rating, titles: rows.map(({ title }) => title) }];
      }),
  };
};

/**
 * The counted reviews by the worse of their two ratings; those that are in trouble or became worse, and those that became better, with
 * what both voices and the return say in words (docs/meaning.md REPORT-32).
 */
export const ratedReviews = (setting: ReportSetting, month: ReportedMonth) => {
  const { programme, previous } = setting;
  const nameOf = stageNamer(programme);
  const worse = new Rows<Ranked>(worstFirst, mostOnPageOne);
  const better = new Rows<Ranked>(worstFirst, mostOnPageOne);
  const worstRated = openWorstRated();
  const tally = new Map<RatedOrNot, number>();
  const byAssurance = openNames();

  const rowOf = (review: ReviewInReport, last: LastRatings, moved: readonly Moved[]): RatedOnPageOne => {
    const { tier, stage } = review.position.review;
    return {
      ...subjectOf(review),
      tier,
      stageName: nameOf(stage),
      rating: leadingRating(last, true).rating ?? null,
      moved: [...moved],
      said: voices.flatMap((by) => {
        const said = last[by];
        if (said === null) return [];
        const { rating, on, outOfDate, words, forwardLook } = said;
        const since = review.position.ratings[by]?.since;
        return [{ by, rating, on, outOfDate, words, forwardLook, ...(since === undefined ? {} : { since }) }];
      }),
      returnWords: returnWords(review, month),
    };
  };

  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted) return;
      const last = lastRatings(review, programme, month);
      const { rating } = leadingRating(last, true);
      const counts = countsAs(last, rating);
      tally.set(counts, (tally.get(counts) ?? 0) + 1);
      const moved = ratingsMoved(previous, review.id, last);
      const becameWorse = moved.some((one) => stepsWorse(one) > 0);
      const becameBetter = moved.some((one) => stepsWorse(one) < 0);
      byAssurance.add(countedAs(last.assurance), review);
      const list = becameWorse || inTrouble.includes(rating) ? worse : becameBetter ? better : worstRated;
      const planned = review.position.savings.years.find(({ year }) => year === month.financialYear)?.plan.low ?? 0;
      list.add({ row: rowOf(review, last, moved), becameWorse, planned });
    },
    close: () => ({
      worse: rowsOf(worse),
      worstRated: worstRated.close(),
      byAssurance: byAssurance.close(),
      better: rowsOf(better),
      ratings: order.flatMap((rating): Ratings => {
        const count = tally.get(rating);
        return count === undefined ? [] : [{ rating, count }];
      }),
    }),
  };
};
