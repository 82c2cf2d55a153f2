// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFinancialYears } from '#language/time.ts';
import { expectProblem } from '../support/problem.ts';
import { programme, records, review, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Figures that are each allowed add up to more than can be written. The change that would pass the bound is refused, and
 * nothing that is recorded keeps the record from being read, changed and taken back (docs/meaning.md MONEY-20).
 */

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const tomorrow = { programmeId: 'tomorrow' };
const of = (reviewId: string, entryId = 'first') => ({ ...tomorrow, reviewId, entryId });
const manyYears = (over: object) =>
  Array.from({ length: 30 }, (_, n) => ({ year: addFinancialYears('2026/27', n), ...over }));
const large = { ...saving, years: manyYears({ plan: 1_000_000_000_000 }) };

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: tomorrow, body: programme, headers: create });
  await tracker.must('putReview', { params: of('property'), body: review, headers: create });
});
afterAll(() => tracker.stop());

describe('A sum of a review', () => {
  const put = (n: number, body: object = large) =>
    tracker.ask('putSaving', { params: of('property', `line-${n}`), body, headers: create });

  it('is added up as far as a thousand million million pounds, and the change that would pass that is refused', async () => {
    for (let n = 1; n <= 33; n += 1) expect((await put(n)).status).toBe(201);
    const refused = await put(34);
    expectProblem(refused);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'review.sum-too-large',
      detail: expect.stringContaining('the run-rate of 2055/56'),
      facts: { pounds: 1_020_000_000_000_000, most: 1_000_000_000_000_000 },
    });
    expect(
      (await put(34, { ...large, years: manyYears({ plan: { kind: 'range', low: 0, high: 1e12 } }) })).body.code,
    ).toBe('review.sum-too-large');
    expect((await tracker.ask('getSaving', { params: of('property', 'line-34') })).status).toBe(404);
  });

  it('at its bound leaves everything else to be read, recorded and struck out', async () => {
    const done = [
      await tracker.ask('putIssue', { params: of('property', 'late'), body: records.issue, headers: create }),
      await tracker.ask('getReviewGate', { params: of('property') }),
      await tracker.ask('getReview', { params: of('property') }),
      await tracker.ask('strikeOutSaving', {
        params: of('property', 'line-1'),
        body: { reason: 'Mistyped' },
        headers: { 'if-match': '"1"' },
      }),
      await put(34),
    ];
    expect(done.map(({ status }) => status)).toEqual([201, 200, 200, 200, 201]);
  });
});

describe('Sums of a programme that no review passes by itself', () => {
  const params = { programmeId: 'large' };
  const inReview = (reviewId: string, entryId = 'first') => ({ ...params, reviewId, entryId });
  const pull = async () =>
    (await tracker.must('getReport', { as: people.board, params: { ...params, month: '2026-01' } })).body;

  it('are said to be too large in a report that is published all the same, and are added up once they are mended', async () => {
    const early = { ...create, 'effective-at': '2026-01-05' };
    await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: early });
    for (const reviewId of ['property', 'libraries']) {
      await tracker.must('putReview', { params: inReview(reviewId), body: review, headers: early });
      for (let n = 1; n <= 17; n += 1)
        await tracker.must('putSaving', { params: inReview(reviewId, `line-${n}`), body: large, headers: early });
    }
    await tracker.must('runReport', { as: people.office, params, body: { month: '2026-01' } });
    await tracker.settled();
    expect(tracker.failures).toEqual([]);
    const { content } = await pull();
    expect(content.counts.counted).toBe(2);
    expect(content.notMade).toMatchObject([{ part: 'savings' }]);
    expect(content.headline[0]).toContain('too large to add up');
    for (const accept of ['text/html', 'text/csv']) {
      const shown = await tracker.must('getReport', { params: { ...params, month: '2026-01' }, headers: { accept } });
      expect(shown.text).toContain('too large to add up');
    }
    await tracker.must('strikeOutSaving', {
      params: inReview('property', 'line-1'),
      body: { reason: 'Mistyped' },
      headers: { 'if-match': '"1"', 'effective-at': '2026-01-20' },
    });
    const body = { reason: 'A figure was mistyped' };
    await tracker.must('reviseReport', { as: people.office, params: { ...params, month: '2026-01' }, body });
    await tracker.settled();
    const revised = await pull();
    expect(revised.content).not.toHaveProperty('notMade');
    expect(revised.content.savings.years.at(-1).runRate.low).toBe(990_000_000_000_000);
  });
});

describe('A first month whose report day the calendar does not have', () => {
  const late = { ...programme, reporting: { firstMonth: '2199-12' } };
  const params = { programmeId: 'far' };

  it('is refused, and nothing is stored', async () => {
    const refused = await tracker.ask('putProgramme', { as: people.office, params, body: late, headers: create });
    expectProblem(refused);
    expect(refused.body).toMatchObject({ status: 422, code: 'content.breaks-rule' });
    expect(refused.body.faults[0]).toMatchObject({ pointer: '/reporting/firstMonth' });
    expect((await tracker.ask('getProgramme', { params })).status).toBe(404);
  });
});
