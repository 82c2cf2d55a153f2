import { counted as countOf, dateInWords, monthInWords } from '#language/in-words.ts';
import { monthOfDate } from '#language/time.ts';
import { voiceInWords, voices } from '#registers/rating/record.ts';
import { statesSavings } from '#registers/saving/report.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import { isInRuleSet } from '#schemas/rule-set-name.ts';
import { lastRatings } from './last-ratings.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReviewInReport } from './review-in-report.ts';

const gap = (review: ReviewInReport, because: string, what: string, value: string): Found => ({
  register: 'review',
  id: review.id,
  because,
  evidence: [{ what, value }],
});

/** Only reviews in the total are asked for what every review must have. */
const ofCounted =
  (judge: NonNullable<ReportRule['ofReview']>): NonNullable<ReportRule['ofReview']> =>
  (review, seen) =>
    review.counted ? judge(review, seen) : [];

const notOneSro: NonNullable<ReportRule['ofReview']> = (review, { ruleSet }) => {
  const { sros } = review.position.review;
  if (sros.length === 1) return [];
  const named = sros.length === 0 ? 'no SRO' : countOf(sros.length, 'SRO');
  const because = isInRuleSet({ until: 'rules-1' }, ruleSet)
    ? `${review.title} has ${named}; a review has exactly one.`
    : sros.length === 0
      ? `${review.title} has no SRO: nobody can act for it.`
      : `${review.title} has ${named}: each of them may act for it, and none alone answers for it.`;
  return [gap(review, because, 'SROs named', String(sros.length))];
};

const noEndDate = (review: ReviewInReport): Found[] => {
  const { endDate } = review.position.review;
  if (endDate.kind !== 'not-stated' && endDate.kind !== 'to-be-confirmed') return [];
  const stated = dateStatementInWords(endDate);
  return [gap(review, `The end date of ${review.title} is ${stated}.`, 'End date', stated)];
};

const tierToBeConfirmed = (review: ReviewInReport): Found[] =>
  review.position.review.tier === 'to-be-confirmed'
    ? [gap(review, `The tier of ${review.title} is to be confirmed.`, 'Tier', 'to be confirmed')]
    : [];

const noBenefitFigure = (review: ReviewInReport): Found[] => {
  if (statesSavings(review)) return [];
  const { lines } = review.position.savings;
  const because =
    lines.length === 0
      ? `${review.title} has no savings line.`
      : `${review.title} has ${countOf(lines.length, 'savings line')} without a figure.`;
  return [gap(review, because, 'Savings lines with a figure', `0 of ${lines.length}`)];
};

const ratingOutOfDate: NonNullable<ReportRule['ofReview']> = (review, { month, programme }) => {
  const last = lastRatings(review, programme, month);
  return voices.flatMap((by) => {
    const said = last[by];
    if (said === null || !said.outOfDate) return [];
    const when = `${ratingInWords(said.rating)} by ${voiceInWords[by]} on ${dateInWords(said.on)}`;
    const because =
      monthOfDate(said.on) === month.month
        ? `${review.title} was rated ${when}, and no return of ${monthInWords(month.month)} came with it.`
        : `${review.title} was last rated ${when}.`;
    return [{ ...gap(review, because, 'Last rated on', dateInWords(said.on)), register: 'rating', id: by }];
  });
};

export const dataGapRules: readonly ReportRule[] = [
  {
    id: 'GAP-01',
    kind: 'data-gap',
    sentence: 'A review has no SRO, or more than one.',
    worded: { until: 'rules-1', sentence: 'A review has not exactly one SRO.' },
    ofReview: ofCounted(notOneSro),
  },
  {
    id: 'GAP-02',
    kind: 'data-gap',
    sentence: 'A review has no end date.',
    ofReview: ofCounted(noEndDate),
  },
  {
    id: 'GAP-03',
    kind: 'data-gap',
    sentence: 'The tier of a review is still to be confirmed.',
    ofReview: ofCounted(tierToBeConfirmed),
  },
  {
    id: 'GAP-04',
    kind: 'data-gap',
    sentence: 'A review states no benefit in figures.',
    ofReview: ofCounted(noBenefitFigure),
  },
  {
    id: 'GAP-05',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'A rating of a review is out of date.',
    ofReview: ofCounted(ratingOutOfDate),
  },
];
