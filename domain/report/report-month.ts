import { endOfMonth, monthOf, type ReportMonth } from '#language/time.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { isOfMonth } from '../registers/of-month.ts';

type Change = Pick<HistoryEvent, 'recordRef' | 'effectiveAt'>;

/** An entry of a register such as returns is of the month that is its id; other records are dated by their changes alone. */
export const hasOwnMonth = ({ kind }: Pick<HistoryEvent['recordRef'], 'kind'>): boolean => isOfMonth(kind);

/** The month that a change belongs to: a return's own, else the one in which the change is effective. */
export const reportMonthOf = ({ recordRef, effectiveAt }: Change): ReportMonth =>
  hasOwnMonth(recordRef) ? recordRef.id : monthOf(effectiveAt);

/** Whether the report of a month counts a change: one effective by its end, or one that belongs to the month and came after. */
export const isCountedIn = (change: Change, month: ReportMonth): boolean =>
  change.recordRef.kind !== 'publication' &&
  (change.effectiveAt <= endOfMonth(month) || reportMonthOf(change) === month);
