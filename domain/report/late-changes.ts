import { endOfMonth, monthOf, type ReportMonth } from '#language/time.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { isOfMonth } from '../registers/of-month.ts';

type Recorded = Pick<HistoryEvent, 'recordRef' | 'effectiveAt' | 'recordedAt'>;

/** Whether the report of a month counts a change: effective by its end, or of a register whose entries are of a month, as returns are. */
const counts = ({ recordRef, effectiveAt }: Recorded, month: ReportMonth): boolean =>
  recordRef.kind !== 'publication' &&
  (effectiveAt <= endOfMonth(month) || (isOfMonth(recordRef.kind) && recordRef.id === month));

/** Whether something that the report of a month counts was recorded after the month's end: the report may not have known it. */
export const recordedAfterItsEnd = (change: Recorded, month: ReportMonth): boolean =>
  counts(change, month) && monthOf(change.recordedAt) > month;
