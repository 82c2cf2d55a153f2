import { endOfMonth, monthOf, type ReportMonth } from '#language/time.ts';
import type { HistoryEvent } from '#schemas/history.ts';

type Told = Pick<HistoryEvent, 'recordRef' | 'effectiveAt' | 'recordedAt'>;

/** Whether the report of a month counts what is told: effective by its end, or the return of the month, which comes after. */
const counts = ({ recordRef, effectiveAt }: Told, month: ReportMonth): boolean =>
  recordRef.kind !== 'publication' &&
  (effectiveAt <= endOfMonth(month) || (recordRef.kind === 'return' && recordRef.id === month));

/** Whether something that the report of a month counts was told after the month's end: the report may not have known it. */
export const recordedAfterItsEnd = (told: Told, month: ReportMonth): boolean =>
  counts(told, month) && monthOf(told.recordedAt) > month;
