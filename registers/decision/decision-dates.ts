import { addDays, type LocalDate, withinCalendar } from '#language/time.ts';

const clearDays = 28;

/**
 * The first day on which a key decision may be made: 28 clear days after its notice, leaving out the day of notice and
 * the day of the meeting (SI 2012/2089 reg. 9). Notice on 21 August 2015 gives 19 September 2015.
 * Null where that lies beyond the calendar.
 */
export const earliestMeetingOn = (noticeOn: LocalDate): LocalDate | null =>
  withinCalendar(addDays(noticeOn, clearDays + 1));
