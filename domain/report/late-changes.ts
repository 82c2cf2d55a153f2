import { endOfMonth, monthOf, type ReportMonth } from '#language/time.ts';
import type { HistoryEvent } from '#schemas/history.ts';

type Told = Pick<HistoryEvent, 'thing' | 'effectiveAt' | 'recordedAt'>;

/** Whether the report of a month counts what is told: effective by its end, or the return of the month, which comes after. */
const counts = ({ thing, effectiveAt }: Told, month: ReportMonth): boolean =>
  thing.kind !== 'publication' && (effectiveAt <= endOfMonth(month) || (thing.kind === 'return' && thing.id === month));

/** Whether something that the report of a month counts was told after the month's end: the report may not have known it. */
export const toldAfterItsEnd = (told: Told, month: ReportMonth): boolean =>
  counts(told, month) && monthOf(told.recordedAt) > month;
