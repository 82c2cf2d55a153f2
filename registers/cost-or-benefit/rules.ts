import { defineRules, type Put, type Sum } from '#domain/registers/define-rules.ts';
import { totalOf } from '#domain/totals.ts';
import { addFinancialYears } from '#language/time.ts';
import { labelOf } from '#schemas/choices.ts';
import { approvedBaselineRule, approvedFacts } from './approved-baseline.ts';
import { MoneyKind } from './choices.ts';
import { type CostOrBenefit, type CostOrBenefitFacts, type CostsAndBenefitsSection, costOrBenefit } from './record.ts';

type Ruled = Put<CostOrBenefit, CostOrBenefitFacts>;

const sumsOf = (section: CostsAndBenefitsSection): readonly Sum[] =>
  (['cost', 'benefit'] as const).flatMap((type) =>
    MoneyKind.options.flatMap((kind) => {
      const entries = section.filter((one) => one.type === type && one.kind === kind);
      return (['approved', 'forecast', 'actual'] as const).map((name) => {
        const { low, high } = totalOf(entries.map((one) => one[name]));
        return { what: `the ${name} ${type}s (${labelOf(MoneyKind, kind)})`, pounds: Math.max(low, high ?? low) };
      });
    }),
  );

export const costOrBenefitRules = defineRules(costOrBenefit, {
  rules: [
    {
      id: 'COB-01',
      sentence: 'A cost alone has funding, and a capital receipt is a benefit.',
      breaches: ({ record: { type, kind, funding } }: Ruled) => [
        ...(type === 'benefit' && funding.length > 0
          ? [{ pointer: '/funding', message: 'must be left out of a benefit: it says what a cost is paid from' }]
          : []),
        ...(type === 'cost' && kind === 'capital-receipt'
          ? [
              {
                pointer: '/kind',
                message:
                  'must not be "capital-receipt" for a cost: what a cost is paid from is said by its funding, "capital-receipts-flexibility"',
              },
            ]
          : []),
      ],
    },
    {
      id: 'COB-02',
      sentence: 'A span of years has a first year and does not end before it.',
      breaches: ({ record: { year, toYear } }) =>
        toYear === undefined || (year !== undefined && toYear >= year)
          ? []
          : [
              {
                pointer: year === undefined ? '/year' : '/toYear',
                message: year === undefined ? 'must say the first year of the span' : `must not be before ${year}`,
              },
            ],
    },
    {
      id: 'COB-03',
      sentence: 'A figure over several years alone says over how many, and its span has as many.',
      breaches: ({ record: { kind, overYears, year, toYear } }) => {
        if (overYears === undefined) return [];
        if (kind !== 'over-years')
          return [{ pointer: '/overYears', message: 'must be left out: only a figure over several years has it' }];
        if (year === undefined || toYear === undefined) return [];
        const last = addFinancialYears(year, overYears - 1);
        return toYear === last
          ? []
          : [{ pointer: '/toYear', message: `must be ${last}: ${overYears} years from ${year}` }];
      },
    },
    {
      id: 'COB-04',
      sentence: 'An approved figure names the case that it is of, or its source.',
      breaches: ({ record: { approved, case: of } }) =>
        approved.kind === 'not-stated' || of !== undefined || approved.source !== undefined
          ? []
          : [{ pointer: '/approved/source', message: 'must say which paper approved it, where no case is named' }],
    },
    approvedBaselineRule,
  ],
  keeps: approvedFacts,
  section: (entries) =>
    entries.map(
      ({
        id,
        record: { exempt: _, source: __, words: ___, changeRequest: ____, programmeChangeRequest: _____, ...record },
        facts,
      }) => ({
        ...record,
        id,
        ...facts,
      }),
    ),
  sums: sumsOf,
});
