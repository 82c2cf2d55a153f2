import { financialYearOf, lastDayOf } from '#language/time.ts';
import { leadingRating } from '#registers/rating/record.ts';
import { highestBandIn } from '#registers/risk/report.ts';
import type { RatedOrNot } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { SpanMonth } from '#schemas/span-report.ts';
import { moneyOnPageOne } from '../page-one/money.ts';
import { type GivenContent, partOf } from './given-months.ts';

const shareOf = (counts: ReportContent['counts'], lifecycle: string): number =>
  counts.lifecycle.find(({ key }) => key === lifecycle)?.share.numerator ?? 0;
const apartOf = (counts: ReportContent['counts'], lifecycle: string): number =>
  counts.notCounted.find((one) => one.lifecycle === lifecycle)?.count ?? 0;

/** The counted reviews by the worse of their ratings: as page one has them, else from the lines; none where neither is there. */
const ratedOf = (given: GivenContent): SpanMonth['rated'] => {
  const { content } = given.report;
  if (partOf(given, 'ratings') === undefined) return [];
  const position = content.pageOne?.position;
  if (position !== undefined && position !== null) return position.ratings;
  const counts = new Map<RatedOrNot, number>();
  for (const { counted, ratings, sroRating } of given.lines ?? []) {
    if (!counted) continue;
    const rating =
      (ratings === undefined ? sroRating : leadingRating(ratings, true).rating) ?? ('not-rated' satisfies RatedOrNot);
    counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  return [...counts].map(([rating, count]) => ({ rating, count }));
};

/** The money that page one of a month's report leads with; of a report without page one, what it would be. */
const moneyOf = (given: GivenContent): SpanMonth['money'] => {
  const savings = partOf(given, 'savings');
  if (savings === undefined) return null;
  const { month, pageOne } = given.report.content;
  const money = pageOne?.money ?? moneyOnPageOne(savings, null, financialYearOf(lastDayOf(month)));
  if (money === null) return null;
  const { year, required, achievable, claimedPounds, validatedPounds, stillToFind } = money;
  return { year, required, achievable, claimedPounds, validatedPounds, stillToFind };
};

/** The main figures of a month, as its report has them. */
export const sideBySide = (given: GivenContent): SpanMonth => {
  const { month, counts, flow, findings } = given.report.content;
  const [ratings, risks, returns] = [partOf(given, 'ratings'), partOf(given, 'risks'), partOf(given, 'returns')];
  return {
    month,
    counted: counts.counted,
    entered: flow.entered.total,
    left: flow.left.total,
    paused: shareOf(counts, 'paused') + apartOf(counts, 'paused'),
    potential: apartOf(counts, 'potential'),
    money: moneyOf(given),
    worst: ratings?.worst?.rating ?? null,
    atLeast: ratings?.worst?.atLeast === true,
    rated: ratedOf(given),
    openRisks: risks?.open ?? null,
    highRisks: risks === undefined ? null : highestBandIn(risks).count,
    returnsExpected: returns?.expected ?? null,
    returnsOwed: returns === undefined ? null : returns.missing.total + returns.unconfirmed.total,
    findings: findings.total,
  };
};
