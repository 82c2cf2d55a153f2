import { addDays, type LocalDate, withinCalendar } from '#language/time.ts';
import { addWorkingDays } from '#language/working-days.ts';
import { type DateStatement, firstDayStated, lastDayStated } from '#schemas/date-statement.ts';
import type { KnownStep } from './choices.ts';

const clearDays = 28;

/**
 * The first day on which a key decision may be made: 28 clear days after its notice, leaving out the day of notice and
 * the day of the meeting (SI 2012/2089 reg. 9). Notice on 21 August 2015 gives 19 September 2015.
 * Null where that lies beyond the calendar.
 */
export const earliestMeetingOn = (noticeOn: LocalDate): LocalDate | null =>
  withinCalendar(addDays(noticeOn, clearDays + 1));

/** So many days before the meeting notice is given at the latest: 28 clear days, or five (regs. 9 and 10); none for special urgency. */
const noticeDays: Readonly<Record<string, number | undefined>> = {
  none: clearDays + 1,
  'general-exception': 6,
};

/**
 * The last day on which notice of a key decision can be given. Of one that is due in a month, or a longer time: so that it can be taken on the first day.
 * Null where none is stated, and under special urgency.
 */
export const noticeNeededBy = (dueOn: DateStatement, urgency: string | undefined): LocalDate | null => {
  const days = noticeDays[urgency ?? 'none'];
  if (days === undefined) return null;
  const first = firstDayStated(dueOn) ?? lastDayStated(dueOn);
  return first === null ? null : withinCalendar(addDays(first, -days));
};

/** Councils mostly give five working days from publication for a decision to be called in (Local Government Act 2000 s. 9F). */
const usualCallInDays = 5;

interface CallIn {
  /** The last day on which the decision can be called in. */
  readonly callInEndsOn: LocalDate | null;
  /** The day from which it can be implemented; null once it is called in: what came of that is in the route. */
  readonly earliestImplementationOn: LocalDate | null;
}

/**
 * The call-in window of a decision that was published: so many working days of England after the day of publication, five
 * unless the decision says otherwise; none for an urgent one that says 0. It can be implemented on the day after.
 */
export const callInOf = (decision: {
  readonly publishedOn?: LocalDate | undefined;
  readonly callInWorkingDays?: number | undefined;
  readonly route?: readonly Pick<KnownStep, 'purpose' | 'actual'>[] | undefined;
}): CallIn => {
  const { publishedOn, callInWorkingDays = usualCallInDays, route = [] } = decision;
  if (publishedOn === undefined) return { callInEndsOn: null, earliestImplementationOn: null };
  if (callInWorkingDays === 0) return { callInEndsOn: null, earliestImplementationOn: publishedOn };
  const ends = withinCalendar(addWorkingDays(publishedOn, callInWorkingDays));
  const isCalledIn = route.some(({ purpose, actual }) => purpose === 'call-in' && actual !== undefined);
  return {
    callInEndsOn: ends,
    earliestImplementationOn: ends === null || isCalledIn ? null : withinCalendar(addDays(ends, 1)),
  };
};
