import { dayOf, type Instant } from '#language/time.ts';
import { type DateStatement, dateStatementInWords, isPast } from '#schemas/date-statement.ts';
import { type Html, html } from '../html.ts';

/** Whether a date lies before the day of the report's position, as with conditions and risks: due on that day is not yet overdue. */
export const isOverdue = (date: DateStatement | null, observationEnd: Instant): boolean => {
  return date !== null && isPast(date, dayOf(observationEnd));
};

/** When something is due, and that it is overdue. */
export const dueInWords = (date: DateStatement, observationEnd: Instant): Html =>
  html`${dateStatementInWords(date)}${isOverdue(date, observationEnd) && html` <strong>overdue</strong>`}`;
