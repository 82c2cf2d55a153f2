import { describe, expect, it } from 'vitest';
import type { Role } from '#schemas/people.ts';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/p';
const months = [
  {
    ...{ month: '2026-09', state: 'reported', endsOn: '2026-09-30', meetings: [], bankHolidays: [] },
    returnsDue: { on: '2026-10-05', workingDay: 3, notWorking: null },
    reportDue: { on: '2026-10-06', workingDay: 4, notWorking: null },
  },
  {
    ...{ month: '2026-10', state: 'waiting', endsOn: '2026-10-31', bankHolidays: [] },
    returnsDue: { on: '2026-11-01', workingDay: 0, notWorking: 'a Sunday' },
    reportDue: { on: '2026-11-06', workingDay: 5, notWorking: null },
    meetings: [{ id: 'board', title: 'Board of November', body: 'Board', on: '2026-11-03', beforeReport: true }],
  },
  {
    ...{ month: '2027-02', state: 'to-come', endsOn: '2027-02-28', meetings: [] },
    returnsDue: { on: '2027-03-05', workingDay: 5, notWorking: null },
    reportDue: { on: '2027-03-26', workingDay: 19, notWorking: 'Good Friday' },
    bankHolidays: [{ on: '2027-03-26', name: 'Good Friday' }],
  },
];
const shown = async (over: object = {}, roles: readonly Role[] = ['programme-office']): Promise<string> => {
  const answers = () => ({
    [api]: {
      body: {
        record: { name: 'Futures', reporting: { firstMonth: '2026-01', reportDay: 6, returnsDueDay: 5 } },
        computed: { nextReport: '2026-10' },
      },
    },
    [`${api}/calendar`]: {
      body: { months, bankHolidays: { publishedUntil: '2028-12-31', goesBeyond: false }, ...over },
    },
  });
  return String((await screensBefore(answers, roles).opened('/pages/programmes/p/calendar')).body);
};

describe('the calendar of a programme', () => {
  it('says when each month ends and when returns and reports are due, and which working day that is', async () => {
    const text = await shown();
    expect(text).toContain('30 September 2026');
    expect(text).toContain('6 October 2026<br>Working day 4');
    expect(text).toContain('1 November 2026<br>A Sunday<');
    expect(text).toContain('26 March 2027<br>Good Friday<');
    expect(text).toContain('Good Friday, 26 March 2027');
  });

  it('leads to the report, to the room of a month that has begun, and to each meeting', async () => {
    const text = await shown();
    expect(text).toContain('href="/pages/programmes/p/reports/2026-09"');
    expect(text).toContain('href="/pages/programmes/p/month-end/2026-10"');
    expect(text).toContain('href="/pages/programmes/p/own/meetings/board"');
    expect(text).toContain('3 November 2026, before the report');
    expect(text).not.toContain('month-end/2027-02');
  });

  it('leads a board to reports alone', async () => {
    expect(await shown({}, ['board'])).not.toContain('month-end');
  });

  it('says where bank holidays are worked out by law alone, and that no month is left', async () => {
    expect(await shown()).not.toContain('worked out by law');
    const bankHolidays = { publishedUntil: '2028-12-31', goesBeyond: true };
    expect(await shown({ bankHolidays })).toContain('as published until 31 December 2028');
    expect(await shown({ months: [] })).toContain('The programme reports no more months.');
  });
});
