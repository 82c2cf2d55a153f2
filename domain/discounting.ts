import type { Option } from '#registers/option/record.ts';

/** Costs and benefits by years after the base year, whole pounds in real terms, each year once and in order. */
export type CashFlow = NonNullable<Option['cashFlow']>;

/** The social time preference rate of a year (HM Treasury, Green Book, annex on discounting). */
const rateOf = (year: number): number => (year <= 30 ? 0.035 : year <= 75 ? 0.03 : 0.025);

const factorsUpTo = (last: number): number[] => {
  const known = [1];
  for (let year = 1; year <= last; year++) known.push((known.at(-1) ?? 1) / (1 + rateOf(year)));
  return known;
};

const factors: readonly number[] = factorsUpTo(125);

/**
 * What a pound of a year is worth in the base year: D(0) = 1, D(t) = D(t-1) / (1 + r(t)), r = 3.5% in years 1-30,
 * 3.0% in 31-75, 2.5% in 76-125 (Green Book). Throws a RangeError for any other year.
 */
export const discountFactor = (year: number): number => {
  const factor = factors[year];
  if (factor === undefined) throw new RangeError(`There is no discount factor for year ${year}: years are 0 to 125`);
  return factor;
};

/** Optimism bias lifts costs only. */
const netOf = (line: CashFlow[number], optimismBiasPercent: number): number =>
  line.benefits - (line.costs * (100 + optimismBiasPercent)) / 100;

/** Less than this, in pounds, is the arithmetic of fractions and not money. */
const lessThanMoney = 1e-4;

/** The net present value in pounds, not rounded: benefits less costs, the costs lifted by optimism bias, discounted to the base year. */
export const netPresentValue = (flow: CashFlow, optimismBiasPercent: number): number =>
  flow.reduce((value, line) => value + netOf(line, optimismBiasPercent) * discountFactor(line.year), 0);

/**
 * Years until what was laid out has come back, undiscounted: the point, within the year in which the cumulative flow
 * comes back to nought, at which it does so if that year's flow comes evenly. 0 where nothing is ever laid out, null
 * where it does not come back. Benefits before the first outlay count towards it.
 */
export const paybackYears = (flow: CashFlow, optimismBiasPercent: number): number | null => {
  let cumulative = 0;
  for (const line of flow) {
    const net = netOf(line, optimismBiasPercent);
    if (cumulative < -lessThanMoney && cumulative + net >= -lessThanMoney)
      return line.year - 1 + Math.min(1, -cumulative / net);
    cumulative += net;
  }
  return cumulative < -lessThanMoney ? null : 0;
};
