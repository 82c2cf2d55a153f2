import { dayOf, type Instant, type LocalDate, lastDayOf } from '#language/time.ts';
import { type DateStatement, dateStatementInWords } from '#schemas/date-statement.ts';
import { type Html, html } from '../html.ts';

/** The last day that a statement of a date allows; null where it names none. */
const lastDayAllowed = (date: DateStatement): LocalDate | null => {
  switch (date.kind) {
    case 'date':
    case 'by':
      return date.date;
    case 'month':
      return lastDayOf(date.month);
    case 'words':
    case 'to-be-confirmed':
    case 'not-stated':
      return null;
  }
};

/** Whether a date lies before the day of the report's position, as with conditions and risks: due on that day is not yet overdue. */
export const isOverdue = (date: DateStatement | null, observationEnd: Instant): boolean => {
  const last = date === null ? null : lastDayAllowed(date);
  return last !== null && last < dayOf(observationEnd);
};

/** When something is due, and that it is overdue. */
export const dueInWords = (date: DateStatement, observationEnd: Instant): Html =>
  html`${dateStatementInWords(date)}${isOverdue(date, observationEnd) && html` <strong>overdue</strong>`}`;
