import type * as z from 'zod';
import { counted } from '#language/in-words.ts';
import { choice, labelOf } from '#schemas/choices.ts';

export const CostOrBenefitType = choice({ cost: 'Cost', benefit: 'Benefit' }).meta({ id: 'CostOrBenefitType' });
export type CostOrBenefitType = z.infer<typeof CostOrBenefitType>;

/** For how long a figure is. Figures of two kinds are never added to each other. */
export const MoneyKind = choice({
  'one-off': 'One-off',
  'a-year': 'A year',
  'over-years': 'Over several years',
  'capital-receipt': 'Capital receipt',
  'not-stated': 'Kind not stated',
}).meta({ id: 'MoneyKind' });
export type MoneyKind = z.infer<typeof MoneyKind>;

/** What a cost is paid from. */
export const FundingSource = choice({
  revenue: 'Revenue budget',
  capital: 'Capital programme',
  reserves: 'Reserves',
  grant: 'Grant',
  'transformation-fund': 'Transformation fund',
  'capital-receipts-flexibility': 'Flexible use of capital receipts',
  borrowing: 'Borrowing',
  partners: 'Partners',
  other: 'Other',
  'to-be-confirmed': 'To be confirmed',
}).meta({ id: 'FundingSource' });
export type FundingSource = z.infer<typeof FundingSource>;

interface Kind {
  readonly kind: MoneyKind;
  readonly overYears: number | null;
}

/** For how long a figure is: `Over 10 years`. */
export const kindInWords = ({ kind, overYears }: Kind): string =>
  kind !== 'over-years'
    ? labelOf(MoneyKind, kind)
    : overYears === null
      ? 'Over years, how many is not stated'
      : `Over ${counted(overYears, 'year')}`;

/** What is added up in a sum: `Costs, a year, targets, with partners`. */
export const sumInWords = ({
  type,
  target,
  withPartners,
  ...kind
}: Kind & { readonly type: CostOrBenefitType; readonly target: boolean; readonly withPartners: boolean }): string => {
  const [first = '', ...rest] = kindInWords(kind);
  return `${labelOf(CostOrBenefitType, type)}s, ${first.toLowerCase()}${rest.join('')}${target ? ', targets' : ''}${withPartners ? ', with partners' : ''}`;
};
