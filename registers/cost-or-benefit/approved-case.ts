import type { BusinessCasesSection } from '#registers/business-case/record.ts';
import type { Figure } from '#schemas/figures.ts';
import type { Pounded } from './choices.ts';
import type { NotCompared } from './projections.ts';
import type { CostsAndBenefitsSection } from './record.ts';

/*
 * What the approved case has of a cost or a benefit, and how that differs from what is now forecast (docs/meaning.md CASE-22).
 */

type Entry = CostsAndBenefitsSection[number];
type Case = BusinessCasesSection[number];

/** The costs and benefits of one chain, and the cases of the review; the programme has none. */
export interface OfChain {
  readonly entries: CostsAndBenefitsSection;
  readonly cases: BusinessCasesSection;
}

const notStated: Figure = { kind: 'not-stated' };

/** The ends of a whole figure in pounds; null where there is none, or it is known in part. */
export const poundedOf = (figure: Figure): Pounded | null => {
  switch (figure.kind) {
    case 'amount':
    case 'about':
    case 'nearly':
      return { low: figure.pounds, high: figure.pounds, exact: figure.kind === 'amount' };
    case 'range':
      return { low: figure.low, high: figure.high, exact: false };
    case 'over':
      return { low: figure.pounds, high: null, exact: false };
    default:
      return null;
  }
};

/** Whether anything is said of it: a figure, or why there is none. */
export const saysOf = ({ approved, forecast, actual }: Pick<Entry, 'approved' | 'forecast' | 'actual'>): boolean =>
  [approved, forecast, actual].some(({ kind }) => kind !== 'not-stated');

/** Whether the latest outcome approves the case, with or without conditions. */
export const isApprovedCase = ({ outcomes }: Pick<Case, 'outcomes'>): boolean => {
  const latest = outcomes.at(-1)?.outcome;
  return latest === 'approved' || latest === 'approved-with-conditions';
};

/** What a case states in all of its costs, or of its benefits. */
export const statedByCase = ({ costs, benefits }: Case, type: Entry['type']): Figure =>
  (type === 'cost' ? costs : benefits) ?? notStated;

/**
 * What is approved: the entry's own figure or, where it states none and no other of its type names its case, what the case states in all.
 * Nothing while the case that it names is not approved.
 */
export const approvedOf = (
  entry: Entry,
  { entries, cases }: OfChain,
): { readonly figure: Figure; readonly ofCase: string | null; readonly because: NotCompared | null } => {
  const named = cases.find(({ id }) => id === entry.case);
  if (entry.case !== undefined && (named === undefined || !isApprovedCase(named)))
    return { figure: notStated, ofCase: named?.title ?? null, because: 'case-not-approved' };
  const ofCase = named?.title ?? null;
  if (entry.approved.kind !== 'not-stated') return { figure: entry.approved, ofCase, because: null };
  const isAlone = entries.every((one) => one.id === entry.id || one.type !== entry.type || one.case !== entry.case);
  const figure = named === undefined || !isAlone ? notStated : statedByCase(named, entry.type);
  return { figure, ofCase, because: figure.kind === 'not-stated' ? 'nothing-approved' : null };
};

/** What was approved first, in pounds. */
export const firstApprovedOf = ({ firstApproved, type }: Entry, { cases }: OfChain): Pounded | null => {
  if (firstApproved === null || firstApproved.pounds !== null) return firstApproved?.pounds ?? null;
  const named = cases.find(({ id }) => id === firstApproved.case);
  return named === undefined ? null : poundedOf(statedByCase(named, type));
};

/** The latest figure: what it came to, else what is forecast. */
export const latestOf = ({ actual, forecast }: Pick<Entry, 'actual' | 'forecast'>): Figure =>
  actual.kind === 'not-stated' ? forecast : actual;

/** The one less the other, in whole pounds; null where an open end leaves neither end of it. */
export const lessOf = (now: Pounded, then: Pounded): Pounded | null => {
  const low = now.low === null || then.high === null ? null : now.low - then.high;
  const high = now.high === null || then.low === null ? null : now.high - then.low;
  return low === null && high === null ? null : { low, high, exact: now.exact && then.exact };
};

/** How the latest figure varies from what is approved; or why it is not compared. */
export const variationOf = (entry: Entry, chain: OfChain): Pounded | NotCompared => {
  const { figure, because } = approvedOf(entry, chain);
  if (because !== null) return because;
  const latest = latestOf(entry);
  if (latest.kind === 'not-stated') return 'nothing-forecast';
  const [now, then] = [poundedOf(latest), poundedOf(figure)];
  return (now === null || then === null ? null : lessOf(now, then)) ?? 'no-figure';
};
