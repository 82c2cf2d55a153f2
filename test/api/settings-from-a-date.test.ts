import { afterAll, beforeAll, expect, it } from 'vitest';
import { published, rebuiltRun } from '../support/published-month.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* Settings that change in February: January's report goes by those in force at its end, February's by the new ones. */

let tracker: TestTracker;
const params = { programmeId: 'tomorrow' };
const of = (reviewId: string) => ({ ...params, reviewId });
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const reported = (month: string) => published(tracker, params.programmeId, month);
const changed = async (patch: object, day: string) => {
  const { version } = (await tracker.must('getProgramme', { as: people.office, params })).body;
  return tracker.ask('patchProgramme', {
    as: people.office,
    params,
    body: patch,
    headers: { 'if-match': `"${version}"`, 'effective-at': day },
  });
};
const changeSettings = async (patch: object, day: string) =>
  expect(await changed(patch, day)).toMatchObject({ status: 200 });
const mustBeTheSameAgain = async (month: string) =>
  expect((await rebuiltRun(tracker, params.programmeId, month)).rebuilt).toMatchObject({ same: true, differences: [] });

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: from('2026-01-01') });
  for (const id of ['going', 'held'])
    await tracker.must('putReview', { params: of(id), body: { ...review, title: id }, headers: from('2026-01-02') });
  await tracker.must('changeLifecycle', {
    params: of('held'),
    body: { kind: 'pause', reason: 'Waits for the strategy' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-20' },
  });
});
afterAll(() => tracker.stop());

it('whether paused reviews count is as the settings say at the end of the month, and at the instant that is asked for', async () => {
  const january = await reported('2026-01');
  await changeSettings({ pausedCounts: false }, '2026-02-10');
  const february = await reported('2026-02');
  expect([january, february].map(({ counts }) => counts.counted)).toEqual([2, 1]);
  expect(february.flow).toMatchObject({ opening: 2, restatedBy: -1, closing: 1, reconciles: true });
  await mustBeTheSameAgain('2026-01');
  await mustBeTheSameAgain('2026-02');
  const counted = async (query = '') =>
    (await tracker.must('getReview', { params: of('held'), query })).body.computed.counted;
  expect([await counted('asAt=2026-01-31'), await counted()]).toEqual([true, false]);
});

it('a rule that is accepted as known is of no review that is not there, and is so in the reports of months from its date', async () => {
  const accepted = { as: 'accepted', rule: 'GAP-02', until: '2026-12-31', reason: 'End dates come with the plan' };
  const refused = await changed({ findings: [{ ...accepted, reviews: ['going', 'nowhere'] }] }, '2026-03-10');
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'content.breaks-rule', faults: [{ pointer: '/findings/0/reviews/1' }] },
  });
  await changeSettings({ findings: [{ ...accepted, reviews: ['going'] }] }, '2026-03-10');
  const march = await reported('2026-03');
  expect(march.setAside).toMatchObject({ findings: 1, rows: [{ rule: 'GAP-02', reviews: ['going'], count: 1 }] });
  await mustBeTheSameAgain('2026-02');
  await mustBeTheSameAgain('2026-03');
});
