import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultRiskMatrix } from '#schemas/risk-matrix.ts';
import { published, rebuiltRun } from '../support/published-month.ts';
import { programme, review, risk, saving } from '../support/records.ts';
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

it('a month uses the version of the MTFP that was in use at its end, and the next one lists what carries over', async () => {
  const mtfps = [
    { id: 'first', name: 'MTFP 2025-28', prices: 'cash', from: '2025/26', to: '2027/28' },
    { id: 'next', name: 'MTFP 2026-29', prices: 'cash', from: '2026/27', to: '2028/29' },
  ];
  const withMtfps = (count: number, mtfpInUse: string) => ({
    ...settings(20, 22, 'Another name'),
    mtfps: mtfps.slice(0, count),
    mtfpInUse,
  });
  const years = [
    { year: '2025/26', plan: 100_000, alreadyInMtfp: 80_000 },
    { year: '2026/27', plan: 50_000, mtfpShares: [{ mtfp: 'next', figure: 20_000 }] },
  ];
  await putSettings(3, '2026-03-10', withMtfps(1, 'first'));
  const of = { ...params, entryId: 'buildings' };
  const unknown = await tracker.ask('putSaving', {
    params: of,
    body: { ...saving, years },
    headers: from('2026-03-11'),
  });
  expect(unknown.body.detail).toContain('/years/1/mtfpShares/0/mtfp must be a version of the MTFP');
  await putSettings(4, '2026-04-10', withMtfps(2, 'next'));
  await tracker.must('putSaving', { params: of, body: { ...saving, years }, headers: from('2026-04-11') });
  expect((await reported('2026-03')).savings.mtfp).toMatchObject({ inUse: { id: 'first' }, before: null });
  const { mtfp, years: rows } = (await reported('2026-04')).savings;
  expect(mtfp).toMatchObject({
    inUse: { id: 'next' },
    carriedOver: { rows: [{ year: '2025/26', held: 80_000, notDelivered: 80_000, heldNow: 20_000 }] },
  });
  const held = rows.map(({ year, alreadyInMtfp }: { year: string; alreadyInMtfp: { low: number; count: number } }) => [
    year,
    alreadyInMtfp.count === 0 ? null : alreadyInMtfp.low,
  ]);
  expect(held).toEqual([
    ['2025/26', 80_000],
    ['2026/27', 20_000],
  ]);
  expect(await rebuilt('2026-04')).toMatchObject({ same: true, differences: [] });
});
