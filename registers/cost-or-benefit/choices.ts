import * as z from 'zod';
import { counted, poundsInWords } from '#language/in-words.ts';
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

/** A figure in whole pounds, or what is between two of them: an end is null where an "over" figure leaves it open. */
export const Pounded = z.object({
  low: z.int().nullable().meta({ description: 'The low end, in whole pounds' }),
  high: z.int().nullable().meta({ description: 'The high end, in whole pounds' }),
  exact: z.boolean().meta({ description: 'Whether it is of exact amounts' }),
});
export type Pounded = z.infer<typeof Pounded>;

/** `£100,000`, `about £50,000`, `at least £1 million`, `£20,000 to £50,000`. */
export const poundedInWords = ({ low, high, exact }: Pounded, inWords = poundsInWords): string => {
  if (low === null) return high === null ? 'cannot be worked out' : `at most ${inWords(high)}`;
  if (high === null) return `at least ${inWords(low)}`;
  return low === high ? `${exact ? '' : 'about '}${inWords(low)}` : `${inWords(low)} to ${inWords(high)}`;
};

/** `+£100,000`, `about -£50,000`, `at least +£1 million`; more than is approved is above zero. */
export const variationInWords = (variation: Pounded): string =>
  poundedInWords(variation, (pounds) => (pounds > 0 ? `+${poundsInWords(pounds)}` : poundsInWords(pounds)));
