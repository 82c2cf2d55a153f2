import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addFinancialYears,
  addMonths,
  addMonthsToDate,
  dayOf,
  dayOfNextMonth,
  endOfDay,
  endOfMonth,
  FinancialYear,
  financialYearFrom,
  financialYearOf,
  Instant,
  LocalDate,
  lastDayOf,
  monthOf,
  monthOfDate,
  ReportMonth,
  startOfDay,
  startOfMonth,
} from '#language/time.ts';
import { DateStatement } from '#schemas/date-statement.ts';

const inLondon = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});
/** The clock of London at an instant, `2014-04-30 23:59:59`, as the platform's own time zone data has it. */
const londonClock = (at: string): string => inLondon.format(new Date(at)).replace(',', '').slice(0, 19);

const everyDay: readonly string[] = Array.from({ length: 61 * 366 }, (_, n) => addDays('2000-01-01', n)).filter(
  (date) => date < '2061-01-01',
);
const anyDay = fc.integer({ min: 0, max: everyDay.length - 1 }).map((n) => everyDay[n] ?? '');

describe('A day, Europe/London', () => {
  it('begins at midnight by the clock of London, every day from 2000 to 2060', () => {
    const wrong = everyDay.filter((date) => londonClock(startOfDay(date)) !== `${date} 00:00:00`);
    expect(everyDay.length).toBe(22_281);
    expect(wrong).toEqual([]);
  });

  it('begins and ends as Temporal says, in every year that a date can have', () => {
    const days = Array.from({ length: 15_650 }, (_, n) => addDays('1900-01-01', n * 7)).filter(
      (day) => day < '2199-12-31',
    );
    const wrong = days.filter((date) => {
      const start = Temporal.PlainDate.from(date).toZonedDateTime('Europe/London');
      return (
        startOfDay(date) !== start.toInstant().toString({ smallestUnit: 'millisecond' }) ||
        dayOf(startOfDay(date)) !== date
      );
    });
    expect(days.at(-1)).toMatch(/^2199-12/);
    expect(wrong).toEqual([]);
  });

  it('ends with the last instant before the next begins, every day from 2000 to 2060', () => {
    const wrong = everyDay.filter((date) => {
      const end = endOfDay(date);
      const next = new Date(new Date(end).getTime() + 1).toISOString();
      return londonClock(end) !== `${date} 23:59:59` || next !== startOfDay(addDays(date, 1));
    });
    expect(wrong).toEqual([]);
  });

  it('is the day on which its own first and last instants fall, every day from 2000 to 2060', () => {
    const wrong = everyDay.filter((date) => dayOf(startOfDay(date)) !== date || dayOf(endOfDay(date)) !== date);
    expect(wrong).toEqual([]);
  });

  it('is the one that the clock of London shows at any instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T23:59:59Z'), noInvalidDate: true }),
        (date) => {
          expect(dayOf(date.toISOString())).toBe(londonClock(date.toISOString()).slice(0, 10));
        },
      ),
    );
  });

  it.each([
    ['2014-03-30', '2014-03-30T00:00:00.000Z', '2014-03-30T22:59:59.999Z'],
    ['2014-03-31', '2014-03-30T23:00:00.000Z', '2014-03-31T22:59:59.999Z'],
    ['2014-10-26', '2014-10-25T23:00:00.000Z', '2014-10-26T23:59:59.999Z'],
    ['2014-10-27', '2014-10-27T00:00:00.000Z', '2014-10-27T23:59:59.999Z'],
  ])('%s, about a change of clocks, runs from %s to %s', (date, begins, ends) => {
    expect([startOfDay(date), endOfDay(date)]).toEqual([begins, ends]);
  });

  it.each([
    ['2014-03-30T00:59:59.999Z', '2014-03-30'],
    ['2014-03-30T23:00:00.000Z', '2014-03-31'],
    ['2014-10-26T22:59:59.999Z', '2014-10-26'],
    ['2014-10-26T23:30:00.000Z', '2014-10-26'],
    ['2014-07-31T23:00:00.000Z', '2014-08-01'],
    ['2014-01-31T23:00:00.000Z', '2014-01-31'],
  ])('at %s is %s', (at, date) => {
    expect(dayOf(at)).toBe(date);
  });
});

describe('A month', () => {
  it.each([
    ['2014-02', '2014-02-01T00:00:00.000Z', '2014-02-28T23:59:59.999Z'],
    ['2016-02', '2016-02-01T00:00:00.000Z', '2016-02-29T23:59:59.999Z'],
    ['2014-03', '2014-03-01T00:00:00.000Z', '2014-03-31T22:59:59.999Z'],
    ['2014-04', '2014-03-31T23:00:00.000Z', '2014-04-30T22:59:59.999Z'],
    ['2014-10', '2014-09-30T23:00:00.000Z', '2014-10-31T23:59:59.999Z'],
    ['2013-12', '2013-12-01T00:00:00.000Z', '2013-12-31T23:59:59.999Z'],
    // The clocks change on the last day of the month itself.
    ['2024-03', '2024-03-01T00:00:00.000Z', '2024-03-31T22:59:59.999Z'],
    ['2021-10', '2021-09-30T23:00:00.000Z', '2021-10-31T23:59:59.999Z'],
  ])('%s runs from %s to its observation end, %s', (month, begins, ends) => {
    expect([startOfMonth(month), endOfMonth(month)]).toEqual([begins, ends]);
    expect([monthOf(begins), monthOf(ends)]).toEqual([month, month]);
  });

  it('ends on its last day, and the next begins an instant later', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const month = monthOfDate(date);
        expect(endOfMonth(month)).toBe(endOfDay(lastDayOf(month)));
        expect(new Date(startOfMonth(addMonths(month, 1))).getTime() - new Date(endOfMonth(month)).getTime()).toBe(1);
      }),
    );
  });

  it.each([
    ['2014-04', 1, '2014-05'],
    ['2014-12', 1, '2015-01'],
    ['2014-01', -1, '2013-12'],
    ['2014-04', 0, '2014-04'],
    ['2014-04', -16, '2012-12'],
    ['2014-04', 24, '2016-04'],
  ])('%s and %i months more is %s', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected);
  });

  it.each([
    ['2014-04', 6, '2014-05-06'],
    ['2014-12', 28, '2015-01-28'],
  ])('%s has what falls due on day %i of the next month due on %s', (month, day, date) => {
    expect(dayOfNextMonth(month, day)).toBe(date);
  });

  it.each([
    ['2014-01-31', 1, '2014-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2014-03-31', 3, '2014-06-30'],
    ['2014-11-15', 3, '2015-02-15'],
    ['2014-03-31', -1, '2014-02-28'],
    ['2014-04-30', 0, '2014-04-30'],
  ])('from %s, %i months on it is %s', (date, months, expected) => {
    expect(addMonthsToDate(date, months)).toBe(expected);
  });
});

describe('Days added', () => {
  it('and taken off again come back to the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it.each([
    ['2014-03-30', 1, '2014-03-31'],
    ['2014-10-26', 1, '2014-10-27'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2014-12-31', 1, '2015-01-01'],
    ['2014-05-01', -1, '2014-04-30'],
  ])('to %s: %i on gives %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
});

describe('A financial year', () => {
  it.each([
    ['2015-03-31', '2014/15'],
    ['2015-04-01', '2015/16'],
    ['2015-12-31', '2015/16'],
    ['2016-01-01', '2015/16'],
    ['2000-03-31', '1999/00'],
    ['2099-04-01', '2099/00'],
  ])('holds %s in %s', (date, year) => {
    expect(financialYearOf(date)).toBe(year);
    expect(FinancialYear.parse(financialYearOf(date))).toBe(year);
  });

  it.each([
    ['2015/16', 1, '2016/17'],
    ['2015/16', -1, '2014/15'],
    ['1998/99', 1, '1999/00'],
    ['2099/00', 1, '2100/01'],
  ])('%s and %i more is %s', (year, count, expected) => {
    expect(addFinancialYears(year, count)).toBe(expected);
  });

  it('sorts as text in order of time', () => {
    const years = Array.from({ length: 299 }, (_, n) => financialYearFrom(1900 + n));
    expect(years.toSorted()).toEqual(years);
    expect(years.every((year) => FinancialYear.safeParse(year).success)).toBe(true);
  });
});

describe('What is written as', () => {
  it.each([
    ['a day', LocalDate, '2014-04-30'],
    ['a leap day', LocalDate, '2016-02-29'],
    ['an instant', Instant, '2014-04-30T22:59:59.999Z'],
    ['a month', ReportMonth, '2014-04'],
    ['a financial year', FinancialYear, '2015/16'],
    ['a financial year at the turn of a century', FinancialYear, '1999/00'],
  ])('%s is read: %s', (_, schema, text) => {
    expect(schema.parse(text)).toBe(text);
  });

  it.each([
    ['a day that does not exist', LocalDate, '2014-02-30', 'must be a date that exists'],
    ['a leap day of another year', LocalDate, '2015-02-29', 'must be a date that exists'],
    ['a day of a thirteenth month', LocalDate, '2014-13-01', 'must be a date that exists'],
    ['a day nought', LocalDate, '2014-04-00', 'must be a date that exists'],
    ['a day in another order', LocalDate, '30/04/2014', 'must be a date written 2014-04-30'],
    ['a day with blanks', LocalDate, ' 2014-04-30', 'must be a date written 2014-04-30'],
    ['a day before the calendar', LocalDate, '1014-04-30', 'must be a date written 2014-04-30'],
    [
      'an instant at an hour that does not exist',
      Instant,
      '2014-04-30T25:00:00.000Z',
      'must be an instant that exists',
    ],
    ['an instant of a day that does not exist', Instant, '2014-02-30T00:00:00.000Z', 'must be an instant that exists'],
    [
      'an instant with an offset',
      Instant,
      '2014-04-30T23:59:59.999+01:00',
      'must be an instant written 2014-04-30T22:59:59.999Z',
    ],
    [
      'an instant without milliseconds',
      Instant,
      '2014-04-30T22:59:59Z',
      'must be an instant written 2014-04-30T22:59:59.999Z',
    ],
    ['a month that does not exist', ReportMonth, '2014-13', 'must be a month written 2014-04'],
    ['a month nought', ReportMonth, '2014-00', 'must be a month written 2014-04'],
    ['a month with one digit', ReportMonth, '2014-4', 'must be a month written 2014-04'],
    [
      'a financial year whose parts do not follow',
      FinancialYear,
      '2015/17',
      'must be a financial year whose second part follows the first, as in 2015/16',
    ],
    [
      'a financial year backwards',
      FinancialYear,
      '2015/14',
      'must be a financial year whose second part follows the first, as in 2015/16',
    ],
    ['a financial year in full', FinancialYear, '2015/2016', 'must be a financial year written 2015/16'],
    ['a financial year with a hyphen', FinancialYear, '2015-16', 'must be a financial year written 2015/16'],
  ])('%s is refused and says why', (_, schema, text, message) => {
    const read = schema.safeParse(text);
    expect(read.error?.issues.map((issue) => issue.message)).toContain(message);
  });
});

describe('What a paper says of a date', () => {
  it.each([
    { kind: 'date', date: '2014-05-15' },
    { kind: 'month', month: '2014-09' },
    { kind: 'by', date: '2014-04-30' },
    { kind: 'words', words: 'start of the 2015/16 financial year' },
    { kind: 'to-be-confirmed', reason: 'waits for the Accommodation Strategy' },
    { kind: 'not-stated' },
  ])('may be $kind', (statement) => {
    expect(DateStatement.parse(statement)).toEqual(statement);
  });

  it.each([
    { kind: 'date', date: '2014-02-30' },
    { kind: 'by' },
    { kind: 'words', words: '' },
    { kind: 'not-stated', date: '2014-04-30' },
    { kind: 'soon' },
    '2014-04-30',
  ])('may not be %o', (statement) => {
    expect(DateStatement.safeParse(statement).success).toBe(false);
  });
});
