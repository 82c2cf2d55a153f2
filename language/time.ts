import * as z from 'zod';
import { once } from './once.ts';

/*
 * Time as the programme lives it: instants are UTC to the millisecond, days and months are Europe/London's,
 * the financial year runs from 1 April to 31 March.
 */

const daysOf = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** Of text in the form of a day, whether the calendar has it. Every stored body is full of dates: no Date is made. */
const isRealDate = (text: string): boolean => {
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(Number(text.slice(0, 4)), month);
};
/** Of text in the form of an instant: no leap seconds, and midnight is 00:00. */
const isRealInstant = (text: string): boolean =>
  isRealDate(text) && text.slice(11, 13) < '24' && text.slice(14, 16) < '60' && text.slice(17, 19) < '60';

/** A day of the calendar, `2014-04-30`, that exists. */
export const LocalDate = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/, { error: 'must be a date written 2014-04-30', abort: true })
  .refine(isRealDate, 'must be a date that exists')
  .meta({ description: 'A day, Europe/London', example: '2014-04-30' });
export type LocalDate = z.infer<typeof LocalDate>;

/** An instant, UTC to the millisecond, `2014-04-30T22:59:59.999Z`. */
export const Instant = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, {
    error: 'must be an instant written 2014-04-30T22:59:59.999Z',
    abort: true,
  })
  .refine(isRealInstant, 'must be an instant that exists')
  .meta({ description: 'An instant, UTC to the millisecond', example: '2014-04-30T22:59:59.999Z' });
export type Instant = z.infer<typeof Instant>;

const ofMilliseconds = (text: string): string => {
  const [seconds = '', part = ''] = text.slice(0, -1).split('.');
  return `${seconds}.${part.padEnd(3, '0')}Z`;
};

/** An instant as somebody sends it, `2014-04-30T22:59:59Z` or with up to three digits of a second: it is read as one to the millisecond. */
export const GivenInstant = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/, {
    error: 'must be an instant written 2014-04-30T22:59:59Z',
    abort: true,
  })
  .refine(isRealInstant, 'must be an instant that exists')
  .overwrite(ofMilliseconds)
  .meta({ description: 'An instant, UTC, to the second or the millisecond', example: '2014-04-30T22:59:59Z' });

/** A reporting month, `2014-04`. */
export const ReportMonth = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/, { error: 'must be a month written 2014-04', abort: true })
  .meta({ description: 'A month', example: '2014-04' });
export type ReportMonth = z.infer<typeof ReportMonth>;

const knownAtForms =
  'must be a date written 2014-04-30, an instant written 2014-04-30T22:59:59Z, or a published report written 2014-04 or 2014-04/2';

/** What was recorded by then: a day's end, an instant, or what a published report was made from, `2014-04` or `2014-04/2`. */
export const KnownAt = z
  .union(
    [
      LocalDate,
      GivenInstant,
      z
        .string()
        .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])(?:\/[1-9]\d{0,3})?$/, { error: knownAtForms, abort: true })
        .meta({
          description: 'A published report: of a month, its latest revision unless one is named',
          example: '2014-04/2',
        }),
    ],
    { error: knownAtForms },
  )
  .meta({ id: 'KnownAt' });

/** A financial year, 1 April to 31 March, `2015/16`: the second part follows the first. */
export const FinancialYear = z
  .string()
  .regex(/^(?:19|20|21)\d{2}\/\d{2}$/, { error: 'must be a financial year written 2015/16', abort: true })
  .refine(
    (text) => (Number(text.slice(2, 4)) + 1) % 100 === Number(text.slice(5)),
    'must be a financial year whose second part follows the first, as in 2015/16',
  )
  .meta({ description: 'A financial year, 1 April to 31 March', example: '2015/16' });
export type FinancialYear = z.infer<typeof FinancialYear>;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
/** The platform's own time zone data, which knows what the law was in each year: `30/04/2014, GMT+01:00`. */
const londonOffset = once(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' }),
);

/** Milliseconds that Europe/London is ahead of UTC at an instant. */
const londonAheadOfUtc = (at: Date): number =>
  Number(/GMT\+(\d\d)/.exec(londonOffset().format(at))?.[1] ?? 0) * 3_600_000;

/** The instant at which a day begins in Europe/London. */
export const startOfDay = (date: LocalDate): Instant => {
  const midnightUtc = new Date(`${date}T00:00:00.000Z`).getTime();
  // London's clocks never change at its own midnight, so the offset there is found from a first guess.
  const guess = midnightUtc - londonAheadOfUtc(new Date(midnightUtc));
  return new Date(midnightUtc - londonAheadOfUtc(new Date(guess))).toISOString();
};

/**
 * The day, Europe/London, on which an instant falls. London is never behind UTC and never more than two hours ahead (as it was in the
 * summers of the war): before 22:00 UTC its day is that of UTC, and the time zone data need not be asked.
 */
export const dayOf = (at: Instant): LocalDate => {
  if (at.slice(11, 13) < '22') return at.slice(0, 10);
  const date = new Date(at);
  return new Date(date.getTime() + londonAheadOfUtc(date)).toISOString().slice(0, 10);
};

/** How many days the other is after the one; below zero, before it. */
export const daysBetween = (one: LocalDate, other: LocalDate): number =>
  (Date.parse(`${other}T00:00:00.000Z`) - Date.parse(`${one}T00:00:00.000Z`)) / 86_400_000;
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(new Date(`${date}T00:00:00.000Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A day worked out, or null where it lies beyond the calendar, which ends with 2199: it could not be written as one. */
export const withinCalendar = (date: string): LocalDate | null => (LocalDate.safeParse(date).success ? date : null);

/** The day `months` later; a day that the month does not have becomes its last. */
export const addMonthsToDate = (date: LocalDate, months: number): LocalDate => {
  const month = addMonths(monthOfDate(date), months);
  const lastDay = Number(addDays(`${addMonths(month, 1)}-01`, -1).slice(8));
  return `${month}-${twoDigits(Math.min(Number(date.slice(8)), lastDay))}`;
};

/** The last instant of a day, Europe/London. */
export const endOfDay = (date: LocalDate): Instant => justBefore(startOfDay(addDays(date, 1)));

const justBefore = (at: Instant): Instant => new Date(new Date(at).getTime() - 1).toISOString();

export const addMonths = (month: ReportMonth, count: number): ReportMonth => {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(total / 12)}-${twoDigits((total % 12) + 1)}`;
};

export const monthOfDate = (date: LocalDate): ReportMonth => date.slice(0, 7);
export const monthOf = (at: Instant): ReportMonth => monthOfDate(dayOf(at));

/** The first and last instants of a month, Europe/London; the last is a report's observation end. */
export const startOfMonth = (month: ReportMonth): Instant => startOfDay(`${month}-01`);
export const endOfMonth = (month: ReportMonth): Instant => justBefore(startOfMonth(addMonths(month, 1)));
export const firstDayOf = (month: ReportMonth): LocalDate => `${month}-01`;
export const lastDayOf = (month: ReportMonth): LocalDate => addDays(`${addMonths(month, 1)}-01`, -1);

/** The day of the month after on which something about a month falls due (returns, the report). */
export const dayOfNextMonth = (month: ReportMonth, day: number): LocalDate =>
  `${addMonths(month, 1)}-${twoDigits(day)}`;

export const financialYearOf = (date: LocalDate): FinancialYear => {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);
  return financialYearFrom(year);
};
export const financialYearFrom = (firstCalendarYear: number): FinancialYear =>
  `${firstCalendarYear}/${twoDigits((firstCalendarYear + 1) % 100)}`;
export const addFinancialYears = (year: FinancialYear, count: number): FinancialYear =>
  financialYearFrom(Number(year.slice(0, 4)) + count);
