import { noTotal } from '#domain/totals.ts';
import { ExclusionReason, type Total } from '#schemas/figures.ts';
import type { Amount, InFigures } from '#schemas/in-figures.ts';

/** What a record gives, figure by figure, while it is collected. */
export type Given = Readonly<Record<string, Amount>>;

const sameTotal = (one: Total, other: Total): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A total as it is kept: an exact figure as its pounds, one that is left out as why; undefined: there is no figure. */
export const amountOf = (total: Total): Amount | undefined => {
  if (sameTotal(total, noTotal)) return undefined;
  const [left, ...others] = total.excluded;
  if (total.count === 1 && total.exact && left === undefined) return total.low;
  if (total.count === 0 && left?.count === 1 && others.length === 0) return left.reason;
  return total;
};

/** The same as a total again. */
export const totalOfAmount = (amount: Amount): Total => {
  if (typeof amount === 'number') return { ...noTotal, low: amount, high: amount, count: 1 };
  if (typeof amount !== 'string') return amount;
  const reason = ExclusionReason.safeParse(amount);
  return reason.success ? { ...noTotal, excluded: [{ reason: reason.data, count: 1 }] } : noTotal;
};

/** A figure's id is its group and its name: `savings.2014-15` and `plan`. */
export const figureNamed = (figure: string): { readonly group: string; readonly name: string } => {
  const end = figure.lastIndexOf('.');
  return { group: figure.slice(0, end), name: figure.slice(end + 1) };
};

/** What is there of these amounts: nought of a sum is nothing that a reader asks about. */
export const givenOf = (amounts: Readonly<Record<string, Amount | undefined>>): Given =>
  Object.fromEntries(
    Object.entries(amounts).flatMap(([name, amount]) => (amount === undefined ? [] : [[name, amount] as const])),
  );

/** Sums that come to nought are left out. */
export const unlessNought = (pounds: number): number | undefined => (pounds === 0 ? undefined : pounds);

/** The groups that hold anything. */
export const groupsOf = (groups: Readonly<Record<string, Given>>): InFigures['figures'] =>
  Object.fromEntries(Object.entries(groups).filter(([, given]) => Object.keys(given).length > 0));
