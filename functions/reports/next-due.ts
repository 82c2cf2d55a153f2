import { addMonths, type ReportMonth } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Due, dueOf } from '#store/reports/due.ts';

/** The report that a programme owes next, by the latest month that was published or given up; null after its last month, with the calendar's end and once it is closed. */
export const nextDue = (programme: Programme, latestSettledMonth: ReportMonth | null): Due | null => {
  const { firstMonth, lastMonth } = programme.reporting;
  const after = latestSettledMonth === null ? firstMonth : addMonths(latestSettledMonth, 1);
  // Nothing is published before the first month; one that was given up may be before it, where that has moved since.
  const month = after > firstMonth ? after : firstMonth;
  if (programme.closeDown !== undefined || (lastMonth !== undefined && month > lastMonth)) return null;
  const due = dueOf(month, programme.reporting);
  return due === null || programme.publishedByTwo !== true ? due : { ...due, byHand: true };
};
