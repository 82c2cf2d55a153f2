import type * as z from 'zod';
import type { StatedMeasure } from '#registers/stated-measure/record.ts';
import { office, team } from '../officers.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { plan } from './paper.ts';

const { ofProgramme, allOfProgramme } = stepsFor('productivity-plan');
const { source, by: on } = plan;
const printed = { source, asAt: on };

const positions: ChangeStep = allOfProgramme({ on, as: office }, 'stated-position', [
  {
    id: 'gross-expenditure',
    record: {
      title: 'Gross revenue expenditure',
      measure: 'gross-expenditure',
      figure: { kind: 'nearly', pounds: plan.grossExpenditure.nearlyPounds, ...printed },
      words: 'Of which year is not stated.',
    },
  },
  {
    id: 'savings-and-income',
    record: {
      title: 'Savings and income budgeted',
      measure: 'other',
      periodYears: plan.savingsAndIncomeBudgeted.years,
      figure: { kind: 'amount', pounds: plan.savingsAndIncomeBudgeted.pounds, ...printed },
      words: `From ${plan.savingsAndIncomeBudgeted.from} to ${plan.savingsAndIncomeBudgeted.to}.`,
    },
  },
  {
    id: 'peak-of-consultants',
    record: {
      title: 'Spend on consultants at its peak',
      measure: 'other',
      figure: { kind: 'amount', pounds: plan.consultants.peak.pounds, ...printed },
      words: `In one year, ${plan.consultants.peak.when}; which year is not stated.`,
    },
  },
]);

const consultants: ChangeStep = ofProgramme({ on, as: team }, 'performance-indicator', 'consultants', {
  title: 'Spend on consultants',
  unit: 'pounds',
  better: 'neither',
  period: 'year',
  readings: plan.consultants.years.map(({ endsWith, year, pounds }) => ({
    month: endsWith,
    value: pounds,
    commentary: `Of ${year}. No target is stated.`,
  })),
  source,
});

const share = (percent: number) => ({ kind: 'share' as const, percent: `${percent}` });
const count = (number: number) => ({ kind: 'count' as const, count: number });
const undated = 'When it was so is not stated.';

type Measure = { readonly id: string; readonly record: z.input<typeof StatedMeasure> };

const shares: readonly Measure[] = plan.transformationShareOfSavings.map(({ year, percent, note }) => ({
  id: `transformation-share-${year.replace('/', '-')}`,
  record: {
    title: 'Share of transformation in the savings of the year',
    year,
    value: share(percent),
    source,
    words: `The savings that it is a share of are not stated.${note === undefined ? '' : ` ${note}`}`,
  },
}));

const limits: readonly Measure[] = plan.barriers.flatMap(({ id, title, limit }) =>
  limit === undefined
    ? []
    : [
        {
          id: `${id}-limit`,
          record: { title: `Limit of the ${title}`, scope: 'Children', value: count(limit.count), source },
        },
        {
          id: `${id}-share`,
          record: {
            title: `Limit of the ${title}`,
            scope: 'Share of those under 18',
            value: share(limit.percentOfUnder18s),
            source,
            words: 'How many are under 18 is not stated.',
          },
        },
      ],
);

const measures: ChangeStep = allOfProgramme({ on, as: office }, 'stated-measure', [
  ...shares,
  {
    id: 'return-on-collection',
    record: {
      title: 'Return on schemes of collection',
      value: { ...share(plan.returnOnCollection.overPercent), qualifier: 'over' },
      source,
      words: undated,
    },
  },
  {
    id: 'support-for-assets',
    record: {
      title: 'Support in the consultation on future assets',
      value: share(plan.supportForAssets.percent),
      source,
      words: undated,
    },
  },
  { id: 'family-hubs', record: { title: 'Family Hubs', value: count(plan.familyHubs.count), source, words: undated } },
  {
    id: 'community-teams',
    record: {
      title: 'Community teams of the adult locality model',
      value: count(plan.communityTeams.count),
      source,
      words: `In ${plan.communityTeams.when}; the day is not stated.`,
    },
  },
  {
    id: 'council-tax-share',
    record: {
      title: 'Share of council tax in the net revenue requirement',
      year: plan.councilTaxShare.year,
      value: share(plan.councilTaxShare.percent),
      source,
    },
  },
  ...limits,
]);

/** Every figure of the plan, as it is printed. */
export const figuresOfThePlan: readonly ChangeStep[] = [positions, consultants, measures];
