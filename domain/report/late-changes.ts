import { monthOf, type ReportMonth } from '#language/time.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { isCountedIn } from './report-month.ts';

type Change = Pick<HistoryEvent, 'recordRef' | 'effectiveAt' | 'recordedAt'>;

/** Whether a change that the report of a month counts was recorded after the month's end: the report may not have known it. */
export const recordedAfterItsEnd = (change: Change, month: ReportMonth): boolean =>
  isCountedIn(change, month) && monthOf(change.recordedAt) > month;
