import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programme, review, risk, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * What trackers of this field were reported to get wrong, as it was sent and with the right value. Each case stands for a kind, which
 * the tests of its rule hold.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const create = { 'if-none-match': '*' };
const on = (day: string) => ({ ...create, 'effective-at': day });
/** A programme of its own, which reports from January 2026 on. */
const begun = async (programmeId: string): Promise<void> => {
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId },
    body: programme,
    headers: on('2026-01-01'),
  });
};
const opened = (programmeId: string, reviewId: string, day: string, more: object = {}) =>
  tracker.must('putReview', { params: { programmeId, reviewId }, body: { ...review, ...more }, headers: on(day) });
const report = async (programmeId: string, month: string) => {
  await tracker.must('runReport', { as: people.office, params: { programmeId }, body: { month } });
  await tracker.settled();
  return (await tracker.must('getReport', { params: { programmeId, month }, query: 'rows=all' })).body.content;
};

describe('A month of summer time', () => {
  const days = { first: '2026-03-31T22:30:00.000Z', second: '2026-03-31T23:30:00.000Z', third: '2026-04-01' };

  it('putReview half an hour before and after midnight in London is of March and of April (C01)', async () => {
    await begun('summer');
    for (const [reviewId, day] of Object.entries(days)) await opened('summer', reviewId, day);
    const params = { programmeId: 'summer' };
    const asAt = await tracker.must('listReviews', { params, query: 'asAt=2026-03-31' });
    expect(asAt.body.items.map(({ id }: { id: string }) => id)).toEqual(['first']);
    await report('summer', '2026-01');
    await report('summer', '2026-02');
    expect((await report('summer', '2026-03')).counts.counted).toBe(1);
    expect((await report('summer', '2026-04')).counts.counted).toBe(3);
  });
});

describe('Savings as a council prints them', () => {
  // Brighton & Hove City Council, Savings Monitoring 2023/24: proposed, achieved and in-year pressures of all directorates, in pounds.
  const printed = { proposed: 14_173_000, achieved: 11_106_000, pressures: -909_000 };

  it('putSaving keeps plan, states and claims apart, and pressures lessen what is claimed (C08)', async () => {
    await begun('printed');
    await opened('printed', 'all', '2026-01-02');
    const params = { programmeId: 'printed', reviewId: 'all' };
    const atRisk = printed.proposed - printed.achieved;
    const lines = [
      { year: '2025/26', plan: printed.proposed, alreadyInMtfp: 0, claimedActual: printed.achieved },
      { year: '2025/26', plan: 0, alreadyInMtfp: 0, claimedActual: printed.pressures },
    ];
    for (const [n, line] of lines.entries())
      await tracker.must('putSaving', {
        params: { ...params, entryId: `line-${n}` },
        body: {
          ...saving,
          years: [n === 0 ? { ...line, states: { delivered: printed.achieved, atRisk } } : line],
        },
        headers: on('2026-01-05'),
      });
    const [year] = (await report('printed', '2026-01')).savings.years;
    expect(year).toMatchObject({
      plan: { low: 14_173_000, high: 14_173_000, exact: true },
      states: { delivered: 11_106_000, atRisk: 3_067_000 },
      claimedPounds: 10_197_000,
    });
  });
});

describe('What is struck out', () => {
  it('leaves totals at once, stays readable, and is in them again once that is undone (strikeOutSaving, C10)', async () => {
    await begun('struck');
    await opened('struck', 'home-care', '2026-01-02');
    const params = { programmeId: 'struck', reviewId: 'home-care', entryId: 'buildings' };
    await tracker.must('putSaving', { params, body: saving, headers: on('2026-01-03') });
    const planned = async () =>
      (await tracker.must('getReturnFigures', { params: { ...params, month: '2026-10' } })).body.figures.savings.map(
        ({ plan }: { plan: { low: number } }) => plan.low,
      );
    const strikeOut = (undo: boolean, version: number) =>
      tracker.must('strikeOutSaving', {
        params,
        body: { reason: 'Entered twice', ...(undo ? { undo } : {}) },
        headers: { 'if-match': `"${version}"`, 'effective-at': '2026-02-01' },
      });
    expect(await planned()).toEqual([400_000]);
    await strikeOut(false, 1);
    expect(await planned()).toEqual([]);
    const read = await tracker.must('getSaving', { params });
    expect(read.body).toMatchObject({ record: { title: 'Fewer buildings' }, struckOut: { reason: 'Entered twice' } });
    await strikeOut(true, 2);
    expect(await planned()).toEqual([400_000]);
  });
});

describe('Fourteen risks of one score', () => {
  it('are fourteen in their cell, all counted, of whom ten are named (putRisk, C24)', async () => {
    await begun('cell');
    await opened('cell', 'home-care', '2026-01-02');
    for (let n = 1; n <= 14; n += 1)
      await tracker.must('putRisk', {
        params: { programmeId: 'cell', reviewId: 'home-care', entryId: `risk-${n}` },
        body: risk,
        headers: on('2026-01-03'),
      });
    const { risks } = await report('cell', '2026-01');
    // Likelihood 3 is the third row from the top, impact 4 the fourth column.
    expect(risks.heatMap[2][3]).toBe(14);
    expect(risks.open).toBe(14);
    expect(risks.top.rows).toHaveLength(10);
  });
});

describe('Before there is anything', () => {
  it('getReport of the latest month says that none is published, and one of no review is in words (C29)', async () => {
    await begun('empty');
    const params = { programmeId: 'empty', month: 'latest' };
    expect(await tracker.ask('getReport', { params })).toMatchObject({
      status: 404,
      body: { detail: 'No report of this programme is published yet.' },
    });
    const content = await report('empty', '2026-01');
    expect(content.returns.received).toMatchObject({ numerator: 0, denominator: 0, percent: null });
    const page = await tracker.must('getReport', {
      params: { ...params, month: '2026-01' },
      headers: { accept: 'text/html' },
    });
    expect(page.body).not.toMatch(/NaN|Infinity|undefined|1970/);
  });
});

describe('A name with an accent and an apostrophe', () => {
  const siobhan = { ...people.sro, subject: 'siobhan-o-brien', name: "Siobhán O'Brien" };

  it('is found, rates, and is read as it was written (putReview, rateReview, C36)', async () => {
    await begun('names');
    const { body } = await opened('names', 'home-care', '2026-01-02', {
      sros: [{ subject: siobhan.subject, name: siobhan.name }],
    });
    const params = { programmeId: 'names', reviewId: 'home-care' };
    const mine = await tracker.must('listReviews', { as: siobhan, params, query: 'sro=me' });
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toEqual(['home-care']);
    const today = new Date().toISOString().slice(0, 10);
    await tracker.must('rateReview', {
      as: siobhan,
      params,
      body: { on: today, overall: { rating: 'amber', words: 'The lease is late' } },
      headers: { 'if-match': `"${body.version}"` },
    });
    const read = await tracker.must('getReview', { params });
    expect(read.body.record.sros).toEqual([{ subject: siobhan.subject, name: "Siobhán O'Brien" }]);
  });
});
