import { reviewKey } from '#domain/report/in-order.ts';
import { countedAs, type LastRatings, lastRatings, ratingsMoved } from '#domain/report/last-ratings.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addTotals, noTotal, share } from '#domain/totals.ts';
import { basisInWords, counted as countOf } from '#language/in-words.ts';
import type { Total } from '#schemas/figures.ts';
import { RatingName } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { type RatedOrNot, voices } from './record.ts';
import { worstRating } from './worst-rating.ts';

type Ratings = ReportContent['ratings'];
type Changed = NonNullable<Ratings['changed']>['rows'][number];
type OutOfDate = NonNullable<Ratings['outOfDate']>['rows'][number];
type Tally = Map<RatedOrNot, number>;

const threePoints: readonly RatingName[] = ['green', 'amber', 'red'];

const add = (tally: Tally, rating: RatedOrNot, amount: number): void => {
  tally.set(rating, (tally.get(rating) ?? 0) + amount);
};

/** The ratings that the scheme has, any other that was given, those out of date, and last the reviews not rated. */
const ratingsToList = (scheme: Ratings['scheme'], tally: ReadonlyMap<RatedOrNot, unknown>): RatedOrNot[] => [
  ...RatingName.options.filter(
    (rating) => scheme === 'five-point' || threePoints.includes(rating) || tally.has(rating),
  ),
  ...(tally.has('out-of-date') ? (['out-of-date'] as const) : []),
  'not-rated',
];

/** By `rules-1` a rating held for ever. */
const neverOutOfDate = ({ sro, assurance }: LastRatings): LastRatings => ({
  sro: sro && { ...sro, outOfDate: false },
  assurance: assurance && { ...assurance, outOfDate: false },
});

/** What each voice's counted ratings plan to save: those that are out of date are left out. */
const weights = (scheme: Ratings['scheme'], year: string) => {
  const weight = new Map<RatedOrNot, Total>();
  let planning = 0;
  let leftOut = 0;
  return {
    add: (rated: RatedOrNot, { position }: ReviewInReport): void => {
      if (rated === 'out-of-date') {
        leftOut += 1;
        return;
      }
      const plan = position.savings.years.find((row) => row.year === year)?.plan ?? noTotal;
      if (plan.count > 0) planning += 1;
      weight.set(rated, addTotals([weight.get(rated) ?? noTotal, plan]));
    },
    close: (counted: number): Pick<Ratings, 'valueWeighted' | 'weighedBy'> => {
      const all = addTotals([...weight.values()]);
      const without =
        leftOut === 0 ? '' : ` ${countOf(leftOut, 'review')} left out, for the rating by the SRO is out of date.`;
      return {
        valueWeighted: ratingsToList(scheme, weight).map((rating) => {
          const planned = weight.get(rating) ?? noTotal;
          return { rating, planned, share: share(planned.low, all.low) };
        }),
        weighedBy: `Weighed by what ${planning} of ${countOf(counted, 'review')} plan for ${year}${basisInWords(all)}.${without}`,
      };
    },
  };
};

/** What is out of date, and what is another rating than in the report before. */
const newsOf = (previous: ReportSetting['previous']) => {
  const outOfDate = new Rows<OutOfDate>((one) => [reviewKey(one), one.by]);
  const changed = new Rows<Changed>((one) => [reviewKey(one), one.by]);
  return {
    add: (subject: SubjectOfRow, review: string, last: LastRatings): void => {
      for (const by of voices) {
        const said = last[by];
        if (said?.outOfDate) outOfDate.add({ ...subject, by, rating: said.rating, on: said.on });
      }
      changed.add(...ratingsMoved(previous, review, last).map((moved) => ({ ...subject, ...moved })));
    },
    close: (): Pick<Ratings, 'outOfDate' | 'changed'> => ({
      outOfDate: outOfDate.listed(),
      changed: changed.listed(),
    }),
  };
};

/**
 * The SRO's and assurance's overall ratings side by side, rolled up so that nothing hides: the worst of both with the reviews
 * that cause it, and the SROs' weighed by the savings planned for the month's financial year. Of counted reviews. What is
 * out of date is counted apart (docs/meaning.md CONFIDENCE-20, CONFIDENCE-21); by `rules-1` nothing was, and the worst was the SROs'.
 */
export const ratingsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const { programme, previous } = setting;
  const ofBoth = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const sro: Tally = new Map();
  const assurance: Tally = new Map();
  const weighed = weights(programme.ratingScheme, month.financialYear);
  const differ = new Rows<Ratings['differ']['rows'][number]>((one) => [reviewKey(one)]);
  const worst = worstRating(ofBoth);
  const news = newsOf(previous);
  let counted = 0;

  const counts = (tally: Tally): Ratings['sro'] =>
    ratingsToList(programme.ratingScheme, tally).map((rating) => ({
      rating,
      share: share(tally.get(rating) ?? 0, counted),
    }));
  const addDiffering = (subject: SubjectOfRow, last: LastRatings): void => {
    if (last.sro === null || last.assurance === null || last.sro.rating === last.assurance.rating) return;
    differ.add({
      ...subject,
      sro: last.sro.rating,
      assurance: last.assurance.rating,
      ...(ofBoth ? { sroOn: last.sro.on, assuranceOn: last.assurance.on } : {}),
    });
  };

  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted) return;
      const subject = subjectOf(review);
      const last = lastRatings(review, programme, month);
      const judged = ofBoth ? last : neverOutOfDate(last);
      counted += 1;
      add(sro, countedAs(judged.sro), 1);
      add(assurance, countedAs(judged.assurance), 1);
      weighed.add(countedAs(judged.sro), review);
      worst.add(subject, judged);
      addDiffering(subject, judged);
      news.add(subject, review.id, judged);
    },
    close: (): Ratings => ({
      scheme: programme.ratingScheme,
      sro: counts(sro),
      assurance: counts(assurance),
      worst: worst.close(),
      ...weighed.close(counted),
      differ: differ.listed(),
      ...(ofBoth ? news.close() : {}),
    }),
  };
};
