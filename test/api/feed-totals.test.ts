import { afterAll, beforeAll, expect, it } from 'vitest';
import { Report } from '#schemas/report.ts';
import { from, of, openReview, tomorrow } from '../support/one-programme.ts';
import { saving } from '../support/records.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* docs/meaning.md FEED-9: what tools add up of a report's tables is what the report says. */

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startReportedProgramme();
  for (const [id, act] of [
    ['catering', 'stop'],
    ['parks', 'pause'],
  ] as const) {
    await openReview(tracker, id, { title: id }, '2026-01-12');
    const put = { params: of(id, 'contract'), body: saving, headers: from('2026-01-13') };
    await tracker.must('putSaving', put);
    const { headers } = await tracker.must('getReview', { params: of(id) });
    const body = { kind: act, reason: 'Nobody has time for it' };
    const named = { 'if-match': headers.etag ?? '', 'effective-at': '2026-01-20' };
    await tracker.must('changeLifecycle', { params: of(id), body, headers: named });
  }
  await runMonth(tracker, '2026-01');
  expect(tracker.failures).toEqual([]);
}, 600_000);
afterAll(() => tracker.stop());

it('the plans that are in totals come to what the report says is planned, and those of a stopped review are in none', async () => {
  const params = { ...tomorrow, month: '2026-01' };
  const { content } = Report.parse((await tracker.must('getReport', { as: people.board, params })).body);
  const { text } = await tracker.must('getFeed', {
    as: people.board,
    params: { ...tomorrow, table: 'reportPlans' },
    query: 'format=jsonl',
  });
  const rows: { reviewId: string; year: string; low: number; isInTotals: boolean }[] = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const [first] = content.savings.years;
  const ofYear = rows.filter(({ year }) => year === first?.year);
  expect(ofYear.map(({ reviewId, isInTotals }) => [reviewId, isInTotals])).toEqual([
    ['catering', false],
    ['parks', true],
    ['property', true],
  ]);
  expect(ofYear.reduce((sum, { low, isInTotals }) => sum + (isInTotals ? low : 0), 0)).toBe(first?.plan.low);
});
