import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultRiskMatrix } from '#schemas/risk-matrix.ts';
import { published, rebuiltRun } from '../support/published-month.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * The matrix by which risks are judged changes within a month, and before that month is reported another risk is recorded
 * of the next one: what was kept of the month's end was judged by the matrix of before.
 */

let tracker: TestTracker;
const params = { programmeId: 'tomorrow', reviewId: 'property' };
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const scored = (likelihood: number, impact: number) => ({ ...risk, current: { likelihood, impact } });
const settings = (lowUpTo: number, mediumUpTo: number, name = programme.name) => ({
  ...programme,
  name,
  riskMatrix: { ...defaultRiskMatrix, lowUpTo, mediumUpTo },
});
const putRisk = (entryId: string, day: string, body = scored(4, 5)) =>
  tracker.must('putRisk', { params: { ...params, entryId }, body, headers: from(day) });
const putSettings = (version: number, day: string, body: unknown) =>
  tracker.must('putProgramme', {
    as: people.office,
    params,
    body,
    headers: { 'if-match': `"${version}"`, 'effective-at': day },
  });
const reported = (month: string) => published(tracker, params.programmeId, month);
const rebuilt = async (month: string) => (await rebuiltRun(tracker, params.programmeId, month)).rebuilt;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params, body: settings(6, 15), headers: from('2026-01-01') });
  await tracker.must('putReview', { params, body: review, headers: from('2026-01-02') });
});
afterAll(() => tracker.stop());

it('a month is judged by the matrix in force at its end, also where a risk of the next month was recorded before the report', async () => {
  await putRisk('first', '2026-01-06');
  await putSettings(1, '2026-01-20', settings(20, 22));
  await putRisk('second', '2026-02-03');
  const asAt = { params: { ...params, entryId: 'first' }, query: 'asAt=2026-01-31' };
  expect((await tracker.must('getRisk', asAt)).body.computed.currentBand).toBe('low');
  const { risks } = await reported('2026-01');
  expect(risks.byBand).toEqual({ low: 1, medium: 0, high: 0 });
  expect(await rebuilt('2026-01')).toMatchObject({ same: true, differences: [] });
});

it('settings that leave the matrix as it is change nothing of how a month is judged', async () => {
  await putSettings(2, '2026-02-20', settings(20, 22, 'Another name'));
  await putRisk('third', '2026-03-03', scored(1, 1));
  const { risks } = await reported('2026-02');
  expect(risks.byBand).toEqual({ low: 2, medium: 0, high: 0 });
  expect(await rebuilt('2026-02')).toMatchObject({ same: true, differences: [] });
});
