import { ruleOfMeaning } from '#domain/report/figures/figure.ts';
import {
  byTitle,
  figuresOfRecords,
  givesTotal,
  reviewItself,
  subjectItself,
} from '#domain/report/figures/of-records.ts';
import { totalOf } from '#domain/totals.ts';
import { labelOf } from '#schemas/choices.ts';
import type { Figure } from '#schemas/figures.ts';
import { approvedOf, saysOf, variationOf } from './approved-case.ts';
import { FundingSource } from './choices.ts';
import type { NotCompared, SumOfKind } from './projections.ts';
import type { CostsAndBenefitsSection } from './record.ts';
import { kindOfSum } from './sums-by-kind.ts';

type Entry = CostsAndBenefitsSection[number];
/** An entry with the others of its chain, and the cases of its review. */
interface InChain {
  readonly entry: Entry;
  readonly chain: Parameters<typeof approvedOf>[1];
}

const rule = ruleOfMeaning(
  'CASE-23',
  'Costs and benefits of the programme and of reviews in the results are added up by kind; figures of two kinds are never added to each other.',
);
const variationRule = ruleOfMeaning(
  'CASE-23',
  'The variation is the actual or, without one, the forecast less what is approved, end by end.',
);

/** What a kind is called in the name of a figure: `cost-over-years-10-target-partners`. */
const slugOf = ({ type, kind, overYears, target, withPartners }: ReturnType<typeof kindOfSum>): string =>
  [
    type,
    kind,
    ...(overYears === null ? [] : [overYears]),
    ...(target ? ['target'] : []),
    ...(withPartners ? ['partners'] : []),
  ].join('-');

const notComparedInWords: Readonly<Record<NotCompared, string>> = {
  'nothing-approved': 'nothing is approved',
  'case-not-approved': 'the case is not approved',
  'nothing-forecast': 'nothing is forecast',
  'no-figure': 'there is no figure',
};

const notComparedName = (reason: NotCompared): string => `not-compared-${reason}`;

/** The figures of one kind. */
export const askedOfKind = (sum: SumOfKind, prefix = 'kind') => {
  const at = `${prefix}.${slugOf(sum)}`;
  const pounds = { unit: 'pounds' as const };
  const { key, variation } = sum;
  const ends = variation.compared === 0 ? null : variation;
  return [
    { name: `${at}.entries`, title: `${key}: entries`, value: sum.entries },
    { name: `${at}.approved`, title: `${key}: approved`, value: sum.approved, ...pounds },
    { name: `${at}.forecast`, title: `${key}: forecast`, value: sum.forecast, ...pounds },
    { name: `${at}.actual`, title: `${key}: actual`, value: sum.actual, ...pounds },
    { name: `${at}.compared`, title: `${key}: compared with what is approved`, value: variation.compared },
    ...(['low', 'high'] as const).map((end) => ({
      name: `${at}.variation-${end}`,
      title: `${key}: variation, ${end} end`,
      value: ends === null ? null : ends[end],
      rule: variationRule,
      ...pounds,
    })),
    ...variation.notCompared.map(({ reason, count }) => ({
      name: `${at}.${notComparedName(reason)}`,
      title: `${key}: not compared, ${notComparedInWords[reason]}`,
      value: count,
      rule: variationRule,
    })),
  ];
};

const total = (figure: Figure) => givesTotal(totalOf([figure]));

/** What an entry gives to the figures of its kind; an end that is open is none. */
export const givenToKind = ({ entry, chain }: InChain, prefix = 'kind') => {
  const at = `${prefix}.${slugOf(kindOfSum(entry))}`;
  const found = variationOf(entry, chain);
  return {
    [`${at}.entries`]: true,
    [`${at}.approved`]: total(approvedOf(entry, chain).figure),
    [`${at}.forecast`]: total(entry.forecast),
    [`${at}.actual`]: total(entry.actual),
    ...(typeof found === 'string'
      ? { [`${at}.${notComparedName(found)}`]: true }
      : {
          [`${at}.compared`]: true,
          [`${at}.variation-low`]: found.low ?? ('open-ended' as const),
          [`${at}.variation-high`]: found.high ?? ('open-ended' as const),
        }),
  };
};

const fundedBy = ({ type, funding }: Entry) =>
  Object.fromEntries([
    ...FundingSource.options.flatMap((source) => {
      const of = funding.filter((one) => one.source === source);
      return of.length === 0
        ? []
        : [
            [`funding.${source}.entries`, of.length] as const,
            [`funding.${source}.pounds`, givesTotal(totalOf(of.map(({ figure }) => figure)))] as const,
          ];
    }),
    ['costs-without-funding', type === 'cost' && funding.length === 0] as const,
  ]);

const ofEntries = figuresOfRecords({
  part: 'costsAndBenefits',
  register: 'cost-or-benefit',
  whose: 'in-results',
  rule,
  ofReview: ({ position: { costsAndBenefits: entries, businessCases: cases } }): readonly InChain[] =>
    entries.map((entry) => ({ entry, chain: { entries, cases } })),
  ofProgramme: ({ costsAndBenefits: entries }) => entries.map((entry) => ({ entry, chain: { entries, cases: [] } })),
  named: ({ entry }) => byTitle(entry),
  figures: { total: { title: 'Costs and benefits', value: (part) => part.total, gives: () => true } },
  tables: [
    { asked: ({ byKind }) => byKind.flatMap((sum) => askedOfKind(sum)), gives: (one) => givenToKind(one) },
    {
      asked: ({ funding, costsWithoutFunding }) => [
        ...funding.flatMap(({ source, entries, figure }) => [
          {
            name: `funding.${source}.entries`,
            title: `Paid from ${labelOf(FundingSource, source).toLowerCase()}: how often`,
            value: entries,
          },
          {
            name: `funding.${source}.pounds`,
            title: `Paid from ${labelOf(FundingSource, source).toLowerCase()}`,
            value: figure,
            unit: 'pounds' as const,
          },
        ]),
        {
          name: 'costs-without-funding',
          title: 'Costs of which no funding source is recorded',
          value: costsWithoutFunding,
        },
      ],
      gives: ({ entry }) => fundedBy(entry),
    },
  ],
});

const bySubject = figuresOfRecords({
  ...subjectItself,
  part: 'costsAndBenefits',
  whose: 'in-results',
  unit: 'reviews',
  rule,
  figures: {
    'with-entries': {
      title: 'Reviews with costs or benefits, and the programme',
      value: ({ byReview }) => byReview.total,
      gives: ({ review, setting }) => (review?.position ?? setting.programmeWide).costsAndBenefits.length > 0,
    },
  },
});

const says = (entries: readonly Entry[], type: Entry['type']): boolean =>
  entries.some((one) => one.type === type && saysOf(one));

const byReview = figuresOfRecords({
  ...reviewItself,
  part: 'costsAndBenefits',
  whose: 'counted',
  unit: 'reviews',
  rule,
  figures: {
    'reviews-with-cost': {
      title: 'Reviews with a cost of which something is stated',
      value: ({ reviewsWithCost }) => reviewsWithCost.numerator,
      gives: ({ position }) => says(position.costsAndBenefits, 'cost'),
    },
    'reviews-with-benefit': {
      title: 'Reviews with a benefit of which something is stated',
      value: ({ reviewsWithBenefit }) => reviewsWithBenefit.numerator,
      gives: ({ position }) => says(position.costsAndBenefits, 'benefit'),
    },
  },
});

export const costsInFigures = [ofEntries, bySubject, byReview];
