import { afterAll, beforeAll, expect, it } from 'vitest';
import { etagFor } from '../support/etag-for.ts';
import { published, rebuiltRun } from '../support/published-month.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A council goes from the matrix of five by five to its own of four by four on 1 March: what is recorded of a time is judged by the
 * matrix of that time, and no score of the old one is taken for one of the new.
 */

let tracker: TestTracker;
const params = { programmeId: 'tomorrow', reviewId: 'property' };
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const { lastReviewedOn: _, ...neverReviewed } = risk;
const scored = (likelihood: number, impact: number) => ({
  ...neverReviewed,
  inherent: { likelihood, impact },
  current: { likelihood, impact },
  target: { likelihood: 1, impact: 1 },
});
const fourByFour = {
  likelihoodWords: ['Rare', 'Unlikely', 'Likely', 'Almost certain'],
  impactWords: ['Minor', 'Moderate', 'Serious', 'Severe'],
  bands: [
    { name: 'Tolerable', upTo: 4, nextReviewMonths: 6 },
    { name: 'Manage', upTo: 8, nextReviewMonths: 3 },
    { name: 'Intolerable', nextReviewMonths: 1 },
  ],
};
const at = (entryId: string) => ({ ...params, entryId });
const reported = (month: string) => published(tracker, params.programmeId, month);
const rebuilt = async (month: string) => (await rebuiltRun(tracker, params.programmeId, month)).rebuilt;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params, body: review, headers: from('2026-01-02') });
  await tracker.must('putRisk', { params: at('old'), body: scored(3, 3), headers: from('2026-01-10') });
  await tracker.must('putRisk', { params: at('large'), body: scored(5, 5), headers: from('2026-01-11') });
  await tracker.must('putProgramme', {
    as: people.office,
    params,
    body: { ...programme, riskMatrix: fourByFour },
    headers: { 'if-match': etagFor('putProgramme', params, 1), 'effective-at': '2026-03-01' },
  });
});
afterAll(() => tracker.stop());

it('a score is held to the matrix in force at the instant from which it holds', async () => {
  const put = (entryId: string, day: string) =>
    tracker.ask('putRisk', { params: at(entryId), body: scored(5, 5), headers: from(day) });
  expect(await put('of-february', '2026-02-10')).toMatchObject({ status: 201 });
  const refused = await put('of-march', '2026-03-10');
  expect(refused).toMatchObject({ status: 422, body: { code: 'content.breaks-rule' } });
  expect(refused.body.faults.map(({ pointer }: { pointer: string }) => pointer)).toContain('/current/likelihood');
  const correct = (effectiveAt: string) =>
    tracker.ask('correctRisk', {
      params: at('old'),
      body: { corrects: 2, effectiveAt, record: scored(5, 4), reason: 'As the minutes say' },
    });
  expect(await correct('2026-03-05')).toMatchObject({ status: 422 });
});

it('a month before the change is reported by five by five, and the month of it says which risks are to be scored again', async () => {
  for (const month of ['2026-01', '2026-02']) {
    const { risks } = await reported(month);
    expect(risks).toMatchObject({ unscored: { total: 0 }, likelihoodWords: { length: 5 } });
  }
  const { risks, findings } = await reported('2026-03');
  expect(risks).toMatchObject({ open: 3, top: { total: 0 }, unscored: { total: 3 } });
  expect(risks.heatMap).toEqual(Array.from({ length: 4 }, () => [0, 0, 0, 0]));
  expect(findings.rows.filter(({ rule }: { rule: string }) => rule === 'GAP-08')).toHaveLength(3);
  expect(await rebuilt('2026-03')).toMatchObject({ same: true, differences: [] });
});

it('the same numbers recorded again are a score of the new matrix, in its own bands', async () => {
  const again = await tracker.must('putRisk', {
    params: at('old'),
    body: scored(3, 3),
    headers: { 'if-match': etagFor('putRisk', at('old'), 1), 'effective-at': '2026-04-10' },
  });
  expect(again.body).toMatchObject({ version: 2, computed: { currentScore: 9, currentBand: 'Intolerable' } });
  const unknown = { ...scored(1, 1), current: { toBeConfirmed: 'Nobody has looked yet' } };
  await tracker.must('putRisk', { params: at('unknown'), body: unknown, headers: from('2026-04-11') });
  const { risks } = await reported('2026-04');
  expect(risks).toMatchObject({
    open: 4,
    bands: [{ count: 0 }, { count: 0 }, { name: 'Intolerable', count: 1 }],
    top: { total: 1, rows: [{ risk: { id: 'old', band: 'Intolerable' }, direction: 'new' }] },
    unscored: { total: 3 },
  });
  expect(await rebuilt('2026-04')).toMatchObject({ same: true, differences: [] });
});

it('a matrix that does not hold together is refused, each fault where it is', async () => {
  const refused = await tracker.ask('putProgramme', {
    as: people.office,
    params,
    body: { ...programme, riskMatrix: { ...fourByFour, bands: fourByFour.bands.slice(0, 1) } },
    headers: { 'if-match': etagFor('putProgramme', params, 2) },
  });
  expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  expect(refused.body.faults).toContainEqual({
    in: 'body',
    pointer: '/riskMatrix/bands',
    message: 'must be two to six bands, the lowest first',
  });
});
