import { published, publishedBankHolidays } from './bank-holidays.ts';
import { addDays, type LocalDate, type ReportMonth } from './time.ts';

/*
 * Working days of England: Monday to Friday, bank holidays left out. Of the years that the published table has, bank holidays are those of
 * the table. Of others they follow the Banking and Financial Dealings Act 1971, Schedule 1 (with the first Monday of May since 1978), and
 * of years before the table the proclamations listed here: one that is proclaimed for a year after the table is not known until it is added.
 */

/** Added by proclamation. */
const added: readonly LocalDate[] = [
  '1981-07-29',
  '1995-05-08',
  '1999-12-31',
  '2002-06-03',
  '2002-06-04',
  '2011-04-29',
  '2012-06-04',
  '2012-06-05',
  '2020-05-08',
  '2022-06-02',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];
/** Moved to one of those. */
const movedAway: readonly LocalDate[] = ['1995-05-01', '2002-05-27', '2012-05-28', '2020-05-04', '2022-05-30'];

/** 0 = Sunday. */
const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00.000Z`).getUTCDay();
const isWeekend = (date: LocalDate): boolean => weekday(date) === 0 || weekday(date) === 6;

const mondayFrom = (date: LocalDate): LocalDate => addDays(date, (8 - weekday(date)) % 7);
const lastMondayBy = (date: LocalDate): LocalDate => addDays(date, -((weekday(date) + 6) % 7));

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export const easterSunday = (year: number): LocalDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return `${year}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, '0')}`;
};

/** A day of December or January that falls on a weekend is taken on the next day that is neither that nor taken. */
const substituted = (days: readonly LocalDate[]): readonly LocalDate[] => {
  const taken: LocalDate[] = [];
  for (const day of days) {
    let on = day;
    while (isWeekend(on) || taken.includes(on)) on = addDays(on, 1);
    taken.push(on);
  }
  return taken;
};

/** The bank holidays of England in a year by the law and the proclamations that are listed here, in no order. */
export const bankHolidaysByLaw = (year: number): readonly LocalDate[] => {
  const easter = easterSunday(year);
  const yearly = [
    ...(year < 1974 ? [] : substituted([`${year}-01-01`])),
    addDays(easter, -2),
    addDays(easter, 1),
    ...(year < 1978 ? [] : [mondayFrom(`${year}-05-01`)]),
    lastMondayBy(`${year}-05-31`),
    lastMondayBy(`${year}-08-31`),
    ...substituted([`${year}-12-25`, `${year}-12-26`]),
  ];
  return [...yearly.filter((day) => !movedAway.includes(day)), ...added.filter((day) => day.startsWith(`${year}-`))];
};

const isInTable = (year: number): boolean => year >= published.firstYear && year <= published.lastYear;

/** The bank holidays of England in a year, in no order. */
export const bankHolidays = (year: number): readonly LocalDate[] =>
  isInTable(year)
    ? [...publishedBankHolidays.keys()].filter((day) => day.startsWith(`${year}-`))
    : bankHolidaysByLaw(year);

const isBankHoliday = (date: LocalDate): boolean => {
  const year = Number(date.slice(0, 4));
  return isInTable(year) ? publishedBankHolidays.has(date) : bankHolidaysByLaw(year).includes(date);
};

export const isWorkingDay = (date: LocalDate): boolean => !isWeekend(date) && !isBankHoliday(date);

/** Why a day is no working day: `a Saturday`, or the name of the bank holiday; null: it is one. */
export const whyNotWorking = (date: LocalDate): string | null => {
  if (isWeekend(date)) return weekday(date) === 6 ? 'a Saturday' : 'a Sunday';
  return isBankHoliday(date) ? (publishedBankHolidays.get(date) ?? 'a bank holiday') : null;
};

/** The first, second ... working day of a month. */
export const workingDayOf = (month: ReportMonth, nth: number): LocalDate =>
  addWorkingDays(addDays(`${month}-01`, -1), nth);

/** How many working days a month has up to and with one of its days. */
export const workingDaysBy = (date: LocalDate): number =>
  Array.from({ length: Number(date.slice(8)) }, (_, n) => addDays(date, -n)).filter(isWorkingDay).length;

/** The day that is so many working days after a day, which itself is not counted. */
export const addWorkingDays = (date: LocalDate, days: number): LocalDate => {
  let on = date;
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
};

/** The day that is so many working days before a day, which itself is not counted. */
export const workingDaysBefore = (date: LocalDate, days: number): LocalDate => {
  let on = date;
  for (let left = days; left > 0; ) {
    on = addDays(on, -1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
};
