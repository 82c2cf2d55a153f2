import { published } from '#language/bank-holidays.ts';
import { addMonths, type LocalDate, lastDayOf, monthOfDate, type ReportMonth, withinCalendar } from '#language/time.ts';
import { bankHolidays, whyNotWorking, workingDaysBy } from '#language/working-days.ts';
import type { MeetingsSection } from '#registers/meeting/record.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Reporting, reportDueOn, returnsDueOn } from '#schemas/reporting.ts';
import type { MonthState, ReportingCalendar } from '#schemas/reporting-calendar.ts';

interface Known {
  /** The settings of today. */
  readonly programme: Programme;
  /** Those in force at the end of the month that ended last, by which its returns were due. */
  readonly programmeThen: Programme;
  readonly today: LocalDate;
  readonly isHandedOver: boolean;
  /** Of the month that ended last: whether it is published, or not reported. */
  readonly last: Extract<MonthState, 'reported' | 'not-reported'> | null;
  readonly meetings: MeetingsSection;
}

const mostMonths = 12;
const publishedUntil = `${published.lastYear}-12-31`;

const due = (on: LocalDate) => ({ on, workingDay: workingDaysBy(on), notWorking: whyNotWorking(on) });

const holidaysOf = (month: ReportMonth) =>
  bankHolidays(Number(month.slice(0, 4)))
    .filter((on) => monthOfDate(on) === month)
    .toSorted()
    .map((on) => ({ on, name: whyNotWorking(on) ?? '' }));

/** The months of a calendar: those that the programme reports, from the one that ended last. */
const monthsFrom = ({ programme: { reporting, closeDown }, today, isHandedOver }: Known): readonly ReportMonth[] => {
  const ended = addMonths(monthOfDate(today), -1);
  const first = ended > reporting.firstMonth ? ended : reporting.firstMonth;
  return closeDown === undefined && !isHandedOver
    ? Array.from({ length: mostMonths }, (_, n) => addMonths(first, n)).filter(
        (month) => month <= (reporting.lastMonth ?? month) && withinCalendar(reportDueOn(reporting, month)) !== null,
      )
    : [];
};

/** When each of the months to come ends and is reported, by when its returns are due, and which boards meet (docs/meaning.md PUBLISH-26). */
export const reportingCalendar = (known: Known): ReportingCalendar => {
  const { programme, programmeThen, today, last, meetings } = known;
  const months = monthsFrom(known).map((month): ReportingCalendar['months'][number] => {
    const endsOn = lastDayOf(month);
    const hasEnded = endsOn < today;
    const of: Reporting = hasEnded ? programmeThen.reporting : programme.reporting;
    const reportDue = due(reportDueOn(programme.reporting, month));
    const after = addMonths(month, 1);
    return {
      month,
      state: hasEnded ? (last ?? 'waiting') : 'to-come',
      endsOn,
      returnsDue: due(returnsDueOn(of, month)),
      reportDue,
      meetings: meetings
        .filter(({ on, status }) => monthOfDate(on) === after && status !== 'cancelled')
        .map(({ id, title, body, on }) => ({ id, title, body, on, beforeReport: on < reportDue.on }))
        .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
      bankHolidays: holidaysOf(after),
    };
  });
  const end = months.at(-1)?.month;
  const goesBeyond = end !== undefined && lastDayOf(addMonths(end, 1)) > publishedUntil;
  return { months, bankHolidays: { publishedUntil, goesBeyond } };
};
