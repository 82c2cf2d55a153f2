import { afterAll, beforeAll, expect, it } from 'vitest';
import { create, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { programme } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* The calendar of a programme, and due days that are working days from a date (docs/meaning.md PUBLISH-26, PROGRAMME-3). */

let tracker: TestTracker;
const at = (recordedAt: string, as = people.board) => tracker.must('getCalendar', { as, params: tomorrow, recordedAt });
const settings = (version: number, reporting: object, day: string) =>
  tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: { ...programme, reporting: { firstMonth: '2026-01', ...reporting } },
    headers: { 'if-match': `"${version}"`, 'effective-at': day },
    recordedAt: day,
  });

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  await openReview(tracker, 'property');
  const put = (entryId: string, body: object) =>
    tracker.must('putProgrammeMeeting', {
      params: { ...tomorrow, entryId },
      body: { title: 'Board of April', body: 'Transformation Board', on: '2026-04-20', ...body },
      headers: { ...create, 'effective-at': '2026-01-12' },
    });
  await put('april', {});
  await put('struck', { title: 'Never planned' });
  await tracker.must('strikeOutProgrammeMeeting', {
    params: { ...tomorrow, entryId: 'struck' },
    body: { reason: 'Entered twice' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-13' },
  });
});
afterAll(() => tracker.stop());

it('getCalendar answers everybody the months to come with what is due and which boards meet', async () => {
  const { body } = await at('2026-03-03');
  expect(body.months).toHaveLength(12);
  expect(body.months[0]).toMatchObject({ month: '2026-02', state: 'waiting', returnsDue: { on: '2026-03-05' } });
  expect(body.months[1]).toMatchObject({
    ...{ month: '2026-03', state: 'to-come', endsOn: '2026-03-31' },
    reportDue: { on: '2026-04-06', notWorking: 'Easter Monday' },
    meetings: [{ id: 'april', title: 'Board of April', on: '2026-04-20', beforeReport: false }],
  });
});

it('getCalendar of a programme that is not there answers 404', async () => {
  const asked = await tracker.ask('getCalendar', { params: { programmeId: 'none' } });
  expect(asked).toMatchObject({ status: 404, body: { code: 'programme.unknown' } });
});

it('putProgramme has returns and reports due on working days from its date on, and what was before stays', async () => {
  await settings(1, { returnsDueDay: 4, reportDay: 6, daysAre: 'working' }, '2026-02-10');
  const { body } = await at('2026-03-03');
  expect(body.months.slice(0, 2)).toMatchObject([
    {
      month: '2026-02',
      returnsDue: { on: '2026-03-05', workingDay: 4 },
      reportDue: { on: '2026-03-09', workingDay: 6 },
    },
    { month: '2026-03', returnsDue: { on: '2026-04-08' }, reportDue: { on: '2026-04-10', workingDay: 6 } },
  ]);
  // January ended before that.
  const january = await at('2026-02-11');
  expect(january.body.months[0]).toMatchObject({ month: '2026-01', returnsDue: { on: '2026-02-05', workingDay: 4 } });
  const returns = await tracker.must('getReturnsOfMonth', {
    ...{ as: people.office, params: { ...tomorrow, month: '2026-03' }, recordedAt: '2026-04-09' },
  });
  expect(returns.body.dueOn).toBe('2026-04-08');
});

it('runReport and the schedule go by the working day, and getCalendar says what is reported', async () => {
  const nextDue = async () => (await tracker.must('getProgramme', { params: tomorrow })).body.computed;
  expect(await nextDue()).toEqual({ nextReport: '2026-01', nextReportDueOn: '2026-02-09' });
  const run = (recordedAt: string) =>
    tracker.ask('runReport', { as: people.office, params: tomorrow, body: { month: '2026-01' }, recordedAt });
  expect((await run('2026-02-08')).body).toMatchObject({
    code: 'month.before-report-day',
    facts: { reportOn: '2026-02-09' },
  });
  expect((await run('2026-02-09')).status).toBe(202);
  await tracker.settled();
  expect(await nextDue()).toEqual({ nextReport: '2026-02', nextReportDueOn: '2026-03-09' });
  expect((await at('2026-02-11')).body.months[0]).toMatchObject({ month: '2026-01', state: 'reported' });
});
