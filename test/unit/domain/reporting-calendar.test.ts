import { describe, expect, it } from 'vitest';
import { reportingCalendar } from '#domain/reporting-calendar.ts';
import { isWorkingDay, whyNotWorking, workingDayOf, workingDaysBy } from '#language/working-days.ts';
import { MeetingsSection } from '#registers/meeting/record.ts';
import { Programme } from '#schemas/programme.ts';
import { Reporting, reportDueOn, returnsDueOn } from '#schemas/reporting.ts';

/* The cycle of the months to come, and days that are counted in working days (docs/meaning.md PUBLISH-26, PROGRAMME-3). */

const programme = (reporting: object = {}, over: object = {}): Programme =>
  Programme.parse({
    name: 'Futures',
    council: 'Testshire',
    reporting: { firstMonth: '2026-01', ...reporting },
    ...over,
  });
const meeting = (id: string, on: string, status = 'planned') => ({
  ...{ id, title: id, body: 'Board', on, status, attendees: [], agenda: [], minutes: [] },
});
const calendarOf = (settings: Programme, over: object = {}) =>
  reportingCalendar({
    ...{ programme: settings, programmeThen: settings, today: '2026-03-03', isHandedOver: false, last: null },
    ...{ meetings: [], ...over },
  });

describe('Days that are working days', () => {
  const dates = (days: object) => {
    const reporting = Reporting.parse({ firstMonth: '2026-01', ...days });
    return ['2025-12', '2026-03', '2026-04'].map((month) => [
      returnsDueOn(reporting, month),
      reportDueOn(reporting, month),
    ]);
  };

  it('leave out weekends and bank holidays of the month after', () => {
    expect(dates({ returnsDueDay: 4, reportDay: 6, daysAre: 'working' })).toEqual([
      ['2026-01-07', '2026-01-09'],
      ['2026-04-08', '2026-04-10'],
      ['2026-05-07', '2026-05-11'],
    ]);
  });

  it.each([{}, { daysAre: 'calendar' as const }])('are days of the month unless the settings say so: %j', (over) => {
    expect(dates({ returnsDueDay: 4, reportDay: 6, ...over })).toEqual([
      ['2026-01-04', '2026-01-06'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-04', '2026-05-06'],
    ]);
  });

  it('are at most fifteen, which every month has', () => {
    const read = (reportDay: number, daysAre?: string) =>
      Reporting.safeParse({ firstMonth: '2026-01', reportDay, daysAre }).success;
    expect([read(15, 'working'), read(16, 'working'), read(16), read(28)]).toEqual([true, false, true, true]);
    for (let year = 2012; year < 2040; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        const name = `${year}-${String(month).padStart(2, '0')}`;
        const day = workingDayOf(name, 15);
        expect(day.slice(0, 7)).toBe(name);
        expect([isWorkingDay(day), whyNotWorking(day), workingDaysBy(day)]).toEqual([true, null, 15]);
      }
  });
});

describe('The calendar of a programme', () => {
  it('has twelve months from the one that ended last, each with its end and what is due, and on which working day', () => {
    const { months, bankHolidays } = calendarOf(programme());
    expect(months.map(({ month, state }) => `${month} ${state}`)).toEqual([
      ...['2026-02 waiting', '2026-03 to-come', '2026-04 to-come', '2026-05 to-come', '2026-06 to-come'],
      ...['2026-07 to-come', '2026-08 to-come', '2026-09 to-come', '2026-10 to-come', '2026-11 to-come'],
      ...['2026-12 to-come', '2027-01 to-come'],
    ]);
    expect(months[1]).toMatchObject({
      ...{ endsOn: '2026-03-31', returnsDue: { on: '2026-04-05', workingDay: 2, notWorking: 'a Sunday' } },
      reportDue: { on: '2026-04-06', workingDay: 2, notWorking: 'Easter Monday' },
      bankHolidays: [
        { on: '2026-04-03', name: 'Good Friday' },
        { on: '2026-04-06', name: 'Easter Monday' },
      ],
    });
    expect(months[0]?.reportDue).toEqual({ on: '2026-03-06', workingDay: 5, notWorking: null });
    expect(bankHolidays).toEqual({ publishedUntil: '2028-12-31', goesBeyond: false });
  });

  it('shows meetings with the month that is reported then, but none that is cancelled', () => {
    const meetings = MeetingsSection.parse([
      meeting('late', '2026-04-20'),
      meeting('early', '2026-04-02'),
      meeting('off', '2026-04-21', 'cancelled'),
      meeting('next', '2026-05-01'),
    ]);
    const of = calendarOf(programme(), { meetings }).months.map((one) => one.meetings);
    expect(of.slice(1, 3)).toEqual([
      [
        { id: 'early', title: 'early', body: 'Board', on: '2026-04-02', beforeReport: true },
        { id: 'late', title: 'late', body: 'Board', on: '2026-04-20', beforeReport: false },
      ],
      [{ id: 'next', title: 'next', body: 'Board', on: '2026-05-01', beforeReport: true }],
    ]);
  });

  it('takes the returns of a month that has ended by the settings at its end, and everything else by those of today', () => {
    const { months } = calendarOf(programme({ returnsDueDay: 6, reportDay: 10 }), { programmeThen: programme() });
    expect(months.slice(0, 2).map(({ returnsDue, reportDue }) => [returnsDue.on, reportDue.on])).toEqual([
      ['2026-03-05', '2026-03-10'],
      ['2026-04-06', '2026-04-10'],
    ]);
  });

  it.each(['reported', 'not-reported'] as const)('says of the month that ended last that it is %s', (last) => {
    expect(calendarOf(programme(), { last }).months[0]?.state).toBe(last);
  });

  it.each<[string, object, object, object, readonly string[]]>([
    ['begins with the first month', { firstMonth: '2026-06', lastMonth: '2026-07' }, {}, {}, ['2026-06', '2026-07']],
    ['ends with the last', { lastMonth: '2026-03' }, {}, {}, ['2026-02', '2026-03']],
    ['has none once it is handed over', {}, {}, { isHandedOver: true }, []],
    [
      'has none once it is closed',
      {},
      { closeDown: { on: '2026-02-28', achieved: 'a', notAchieved: 'n', lessons: 'l', carriesOn: [] } },
      {},
      [],
    ],
    ['ends with the calendar itself', { firstMonth: '2199-10' }, {}, {}, ['2199-10', '2199-11']],
  ])('%s', (_, reporting, over, known, months) => {
    expect(calendarOf(programme(reporting, over), known).months.map(({ month }) => month)).toEqual(months);
  });

  it('says that it goes beyond what is published of bank holidays', () => {
    expect(calendarOf(programme(), { today: '2028-01-31' }).bankHolidays.goesBeyond).toBe(false);
    const { months, bankHolidays } = calendarOf(programme(), { today: '2028-02-01' });
    expect(bankHolidays.goesBeyond).toBe(true);
    expect(months.at(-1)?.bankHolidays).toEqual([{ on: '2029-01-01', name: 'a bank holiday' }]);
  });
});
