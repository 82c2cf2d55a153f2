import { endOfDay, type LocalDate, type ReportMonth } from '#language/time.ts';
import type { ReturnsSection } from '#registers/return/record.ts';
import type { ReviewSection } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReturnState } from '#schemas/returns-of-month.ts';
import { wasCountedAtEndOf } from './people/returns-owed.ts';

/*
 * Who owes a return of a month, before its report (docs/meaning.md MONTH-23). Reports say the same of what was known to them.
 */

/** Whether the programme asks for returns of a month. */
export const asksReturnsOf = ({ reporting, closeDown }: Programme, month: ReportMonth): boolean =>
  closeDown === undefined &&
  month >= reporting.firstMonth &&
  (reporting.lastMonth === undefined || month <= reporting.lastMonth);

/** Whether a review owes one: it is counted, by the settings of then, at the end of the month or, before that, as it is recorded now. */
export const owesReturnOf = (
  month: ReportMonth,
  { lifecycles }: Pick<ReviewSection, 'lifecycles'>,
  settings: Programme,
): boolean => wasCountedAtEndOf(month, lifecycles, settings);

/** How far the return of a review has come, from its section of returns. */
export const stateOfReturn = (
  returns: ReturnsSection,
  month: ReportMonth,
  dueOn: LocalDate,
): { readonly state: ReturnState; readonly submittedAt: string | null; readonly confirmedAt: string | null } => {
  const given = returns.find((one) => one.month === month);
  if (given === undefined) return { state: 'missing', submittedAt: null, confirmedAt: null };
  const { submittedAt, confirmedAt, sentBackAt } = given;
  if (confirmedAt === null)
    return { state: sentBackAt === undefined ? 'unconfirmed' : 'sent-back', submittedAt, confirmedAt };
  return { state: confirmedAt > endOfDay(dueOn) ? 'late' : 'received', submittedAt, confirmedAt };
};
