import { afterAll, beforeAll, expect, it } from 'vitest';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A decision of 30 January, due by January's report and recorded as taken on 2 February; then February's report, and a revision of
 * January's after it.
 */

let tracker: TestTracker;
const place = { programmeId: 'tomorrow', reviewId: 'property' };
const decision = { ...place, entryId: 'award' };
const report = async (operation: string, params: Record<string, string>, body: object): Promise<void> => {
  await tracker.must(operation, { as: people.office, params, body });
  await tracker.settled();
};
const contentOf = async (month: string) =>
  (await tracker.must('getReport', { params: { ...place, month }, query: 'rows=all' })).body.content;

beforeAll(async () => {
  tracker = await startTestTracker();
  const headers = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
  await tracker.must('putProgramme', {
    as: people.office,
    params: place,
    body: programme,
    headers: headers('2026-01-01'),
  });
  await tracker.must('putReview', { params: place, body: review, headers: headers('2026-01-02') });
  await tracker.must('putDecision', { params: decision, body: records.decision, headers: headers('2026-01-10') });
  await report('runReport', place, { month: '2026-01' });
  await tracker.must('putDecision', {
    params: decision,
    body: { ...(records.decision as object), status: 'taken', takenOn: '2026-01-30' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-02-02' },
  });
  await report('runReport', place, { month: '2026-02' });
  await report('reviseReport', { ...place, month: '2026-01' }, { reason: 'To look again' });
});
afterAll(() => tracker.stop());

it('getReport has a decision that was recorded late in the next report, with its own day, and in no other', async () => {
  const [january, february] = [await contentOf('2026-01'), await contentOf('2026-02')];
  expect(january).toMatchObject({ revision: 2, decisions: { taken: { total: 0 }, due: { total: 1 } } });
  expect(february.decisions).toMatchObject({
    taken: { total: 1, rows: [{ on: '2026-01-30', recordedLate: true }] },
    due: { total: 0 },
  });
});

it('rebuildReport makes both again to the same digest', async () => {
  for (const month of ['2026-01', '2026-02']) {
    const asked = await tracker.must('rebuildReport', {
      as: people.office,
      params: { ...place, month },
      body: { knowledge: 'then' },
    });
    await tracker.settled();
    const run = await tracker.must('getReportRun', { params: { ...place, runId: asked.body.id } });
    expect(run.body.rebuilt.same, month).toBe(true);
  }
});
