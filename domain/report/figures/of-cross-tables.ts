import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import { saysOf } from '#registers/cost-or-benefit/approved-case.ts';
import { askedOfKind, givenToKind } from '#registers/cost-or-benefit/in-figures.ts';
import { Lifecycle } from '#schemas/review.ts';
import { columnOf, endYearOf, notStated, plannedIn, tierColumns } from '../cross-tables/places.ts';
import { nextMilestone, statedBesides } from '../cross-tables/tier-one.ts';
import { countedAs, lastRatings } from '../last-ratings.ts';
import { amountOf } from './amounts.ts';
import { byTitle, type FiguresOfRecords, figuresOfRecords, reviewItself } from './of-records.ts';

const rule = {
  id: 'REPORT-38',
  sentence:
    'Each review stands in one cell, a part of a counted review within its whole, so that cells add up to the counts.',
};

const keyInName = (key: string): string => key.replace('/', '.');
const yearInName = (key: string): string => key.replace('/', '-');
const nameOfTier = (column: (typeof tierColumns)[number][0]): string =>
  tierColumns.find(([name]) => name === column)?.[1] ?? column;

type OfTiers = Readonly<Record<(typeof tierColumns)[number][0], number>>;

const tiersAsked = (at: string, name: string, row: OfTiers) =>
  tierColumns.map(([column, tier]) => ({
    name: `${at}.${tier}`,
    title: `${name}, ${tier === 'all' ? 'all tiers' : tier.replaceAll('-', ' ')}`,
    value: row[column],
  }));

const inTiers = (at: string, { position: { review } }: ReviewInReport) => ({
  [`${at}.${nameOfTier(columnOf[review.tier])}`]: true,
  [`${at}.all`]: true,
});

const places = figuresOfRecords({
  ...reviewItself,
  part: 'crossTables',
  whose: 'every',
  unit: 'reviews',
  countsOnce: true,
  rule,
  tables: [
    {
      asked: ({ portfolioByTier = [] }) =>
        portfolioByTier.flatMap((cell) => [
          { name: `places.${keyInName(cell.key)}.counted`, title: `${cell.name}: counted`, value: cell.counted },
          ...Lifecycle.options.map((lifecycle) => ({
            name: `places.${keyInName(cell.key)}.${lifecycle}`,
            title: `${cell.name}: ${lifecycle}`,
            value: cell[lifecycle],
          })),
        ]),
      gives: ({ counted, position: { review } }) => {
        const at = `places.${review.portfolio ?? notStated.key}.${review.tier}`;
        return { [`${at}.counted`]: counted, [`${at}.${review.lifecycle}`]: true };
      },
    },
  ],
});

const ofCounted = figuresOfRecords({
  ...reviewItself,
  part: 'crossTables',
  whose: 'counted',
  unit: 'reviews',
  countsOnce: true,
  rule,
  tables: [
    {
      asked: ({ endYears = [] }) =>
        endYears.flatMap((row) => tiersAsked(`ends.${yearInName(row.key)}`, `Ends: ${row.name}`, row)),
      gives: (review, { month }) =>
        inTiers(`ends.${yearInName(endYearOf(review.position.review.endDate, month.lastDay))}`, review),
    },
    {
      asked: ({ themes = [] }) =>
        themes.flatMap((row) => [
          ...tiersAsked(`themes.${row.key}`, row.name, row),
          {
            name: `themes.${row.key}.planned`,
            title: `${row.name}, planned in the year`,
            value: row.plannedInYear,
            unit: 'pounds' as const,
          },
        ]),
      gives: (review, { month }) => {
        const at = `themes.${review.position.review.theme ?? notStated.key}`;
        return {
          ...inTiers(at, review),
          [`${at}.planned`]: amountOf(plannedIn(review.position, month.financialYear)),
        };
      },
    },
  ],
});

const isFirst = ({ position: { review } }: ReviewInReport): boolean => review.tier === '1';

const saysOfType = ({ position }: ReviewInReport, type: 'cost' | 'benefit'): boolean =>
  statedBesides(position, type) !== null || position.costsAndBenefits.some((one) => one.type === type && saysOf(one));

const ofTierOne = figuresOfRecords({
  register: 'review',
  ofReview: (review) => (isFirst(review) ? [review] : []),
  named: reviewItself.named,
  part: 'crossTables',
  whose: 'counted',
  unit: 'reviews',
  countsOnce: true,
  rule,
  figures: {
    'tier-one.reviews': {
      title: 'Reviews of tier 1',
      value: ({ tierOne }) => tierOne?.reviews.total,
      gives: () => true,
    },
    'tier-one.planned': {
      title: 'Reviews of tier 1: planned in the year',
      unit: 'pounds',
      value: ({ tierOne }) => tierOne?.plannedInYear,
      gives: ({ position }, { month }) => amountOf(plannedIn(position, month.financialYear)),
    },
    'tier-one.with-cost': {
      title: 'Reviews of tier 1 with a cost',
      value: ({ tierOne }) => tierOne?.withCost.numerator,
      gives: (review) => saysOfType(review, 'cost'),
    },
    'tier-one.with-benefit': {
      title: 'Reviews of tier 1 with a benefit',
      value: ({ tierOne }) => tierOne?.withBenefit.numerator,
      gives: (review) => saysOfType(review, 'benefit'),
    },
    'tier-one.with-plan': {
      title: 'Reviews of tier 1 that plan savings in the year',
      value: ({ tierOne }) => tierOne?.withPlan.numerator,
      gives: ({ position }, { month }) => plannedIn(position, month.financialYear).count > 0,
    },
    'tier-one.with-next-milestone': {
      title: 'Reviews of tier 1 with a next milestone',
      value: ({ tierOne }) => tierOne?.withNextMilestone.numerator,
      gives: ({ position }) => nextMilestone(position) !== null,
    },
    'tier-one.with-end': {
      title: 'Reviews of tier 1 of which the end is stated',
      value: ({ tierOne }) => tierOne?.withEnd.numerator,
      gives: ({ position }) => position.review.endDate.kind !== 'not-stated',
    },
    'tier-one.rated-by-sro': {
      title: 'Reviews of tier 1 that their SRO rates',
      value: ({ tierOne }) => tierOne?.ratedBySro.numerator,
      gives: (review, { setting, month }) => isRated(countedAs(lastRatings(review, setting.programme, month).sro)),
    },
    'tier-one.rated-by-assurance': {
      title: 'Reviews of tier 1 that assurance rates',
      value: ({ tierOne }) => tierOne?.ratedByAssurance.numerator,
      gives: (review, { setting, month }) =>
        isRated(countedAs(lastRatings(review, setting.programme, month).assurance)),
    },
  },
});

const isRated = (rated: ReturnType<typeof countedAs>): boolean => rated !== 'not-rated' && rated !== 'out-of-date';

const costsOfTierOne = figuresOfRecords({
  part: 'crossTables',
  register: 'cost-or-benefit',
  whose: 'counted',
  countsOnce: true,
  rule: { ...rule, sentence: 'Costs and benefits of reviews of tier 1 are added up by kind.' },
  ofReview: (review) => {
    const { costsAndBenefits: entries, businessCases: cases } = review.position;
    return isFirst(review) ? entries.map((entry) => ({ entry, chain: { entries, cases } })) : [];
  },
  named: ({ entry }) => byTitle(entry),
  tables: [
    {
      asked: ({ tierOne }) => (tierOne?.sums ?? []).flatMap((sum) => askedOfKind(sum, 'tier-one')),
      gives: (one) => givenToKind(one, 'tier-one'),
    },
  ],
});

/** Reviews by two dimensions at once. */
export const figuresOfCrossTables: readonly FiguresOfRecords[] = [places, ofCounted, ofTierOne, costsOfTierOne];
