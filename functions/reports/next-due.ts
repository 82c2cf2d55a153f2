import { addMonths, type ReportMonth } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Due, dueOf } from '#store/reports/due.ts';

/** The report that a programme owes next; null after its last month, with the calendar's end and once it is closed. */
export const nextDue = (programme: Programme, latestMonth: ReportMonth | null): Due | null => {
  const { firstMonth, lastMonth, reportDay } = programme.reporting;
  const month = latestMonth === null ? firstMonth : addMonths(latestMonth, 1);
  return programme.closeDown !== undefined || (lastMonth !== undefined && month > lastMonth)
    ? null
    : dueOf(month, reportDay);
};
