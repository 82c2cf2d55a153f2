import { afterAll, beforeAll, expect, it } from 'vitest';
import { from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { programme, records } from '../support/records.ts';
import { runMonth } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/*
 * Who is shown the returns that their reviews owe is shown what the reports of those months call missing, whatever became of the review and
 * of the settings since (docs/meaning.md MONTH-3, REPORT-28).
 */

let tracker: TestTracker;
const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
const lives: readonly (readonly [review: string, acts: readonly (readonly [kind: string, day: string])[]])[] = [
  ['steady', []],
  ['resting', [['pause', '2026-02-10']]],
  ['stopped', [['stop', '2026-03-10']]],
  [
    'stopped-and-back',
    [
      ['stop', '2026-02-10'],
      ['reopen', '2026-04-10'],
    ],
  ],
  [
    'resting-and-back',
    [
      ['pause', '2026-01-10'],
      ['restart', '2026-03-10'],
    ],
  ],
];

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  for (const [review] of lives) await openReview(tracker, review, { title: review });
  for (const [review, acts] of lives)
    for (const [kind, day] of acts) {
      const { headers } = await tracker.must('getReview', { params: of(review) });
      await tracker.must('changeLifecycle', {
        params: of(review),
        body: { kind, reason: 'The board said so' },
        headers: { 'if-match': headers.etag ?? '', 'effective-at': day },
      });
    }
  await tracker.must('putReturn', {
    params: of('steady', '2026-02'),
    body: records.return,
    headers: from('2026-03-02'),
  });
  await tracker.must('confirmReturn', { as: people.sro, params: of('steady', '2026-02'), body: {} });
  for (const [pausedCounts, day] of [
    [false, '2026-02-20'],
    [true, '2026-04-20'],
  ] as const) {
    const { headers } = await tracker.must('getProgramme', { params: tomorrow });
    await tracker.must('putProgramme', {
      as: people.office,
      params: tomorrow,
      body: { ...programme, pausedCounts },
      headers: { 'if-match': headers.etag ?? '', 'effective-at': day },
    });
  }
});
afterAll(() => tracker.stop());

it('getMe shows of each month the returns that the report of that month calls missing', async () => {
  const { body } = await tracker.must('getMe', { as: people.sro });
  const owed = (month: string) =>
    body.reviews
      .filter((one: { returnsOwed: { month: string }[] }) => one.returnsOwed.some((other) => other.month === month))
      .map((one: { reviewId: string }) => one.reviewId)
      .toSorted();
  const reported: Record<string, string[]> = {};
  for (const month of months) {
    await runMonth(tracker, month);
    const told = await tracker.must('getReport', { params: { ...tomorrow, month }, query: 'rows=all' });
    const { missing, unconfirmed } = told.body.content.returns;
    reported[month] = [...missing.rows, ...unconfirmed.rows].map(({ review }: { review: string }) => review).toSorted();
  }
  expect(Object.fromEntries(months.map((month) => [month, owed(month)]))).toEqual(reported);
  expect(reported).toEqual({
    '2026-01': ['resting', 'resting-and-back', 'steady', 'stopped', 'stopped-and-back'],
    '2026-02': ['stopped'],
    '2026-03': ['resting-and-back', 'steady'],
    '2026-04': ['resting', 'resting-and-back', 'steady', 'stopped-and-back'],
  });
});
