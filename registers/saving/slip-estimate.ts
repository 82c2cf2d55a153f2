import { addFinancialYears, type FinancialYear, financialYearOf, type LocalDate } from '#language/time.ts';

/** What leaves a year by a slip: its pounds, and how many of the months of effect in it are lost. */
export interface SlipEstimate {
  /** Whole pounds, halves away from zero; null where nothing is known to be planned for the year. */
  readonly pounds: number | null;
  readonly months: number;
  readonly of: number;
}

const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const aprilOf = (year: FinancialYear): LocalDate => `${year.slice(0, 4)}-04-01`;

/**
 * An estimate of what a slip takes out of a financial year (docs/meaning.md SAVINGS-23): the pounds of the year, times the months slipped that
 * fall into it, by the months in which the saving would have taken effect in it; by whole calendar months. Null where the year loses no month.
 */
export const slipEstimate = (
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  { year, plan }: { readonly year: FinancialYear; readonly plan: number | null },
): SlipEstimate | null => {
  if (year < financialYearOf(from)) return null;
  const end = monthNumber(aprilOf(addFinancialYears(year, 1)));
  const start = Math.max(monthNumber(from), monthNumber(aprilOf(year)));
  const months = Math.min(monthNumber(to), end) - start;
  const of = end - start;
  return months <= 0 ? null : { pounds: plan === null ? null : Math.round((plan * months) / of), months, of };
};
