import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DaysComparison } from '#schemas/days-comparison.ts';
import { ReportComparison } from '#schemas/report-comparison.ts';
import { create, from, of, openReview, tomorrow } from '../support/one-programme.ts';
import { expectProblem } from '../support/problem.ts';
import { records, risk } from '../support/records.ts';
import { redact } from '../support/redacting.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/* REPORT-37: two days beside each other, by what is recorded now. */

let tracker: TestTracker;
const ask = (days: { from: string; to: string }, as: Person = people.team) =>
  tracker.ask('compareDays', { as, params: tomorrow, body: days });
const read = (days: { from: string; to: string }, as: Person = people.team, view = '') =>
  tracker.ask('getDaysComparison', { as, params: tomorrow, query: `from=${days.from}&to=${days.to}${view}` });
const compared = async (earlier: string, later: string): Promise<DaysComparison> => {
  const days = { from: earlier, to: later };
  const asked = await ask(days);
  expect(asked.status).toBe(202);
  await tracker.settled();
  const { body } = await tracker.must('getReportRun', {
    as: people.team,
    params: { ...tomorrow, runId: asked.body.id },
  });
  expect(body).toMatchObject({ kind: 'compare-days', state: 'compared', days, askedBy: people.team.subject });
  return DaysComparison.parse((await read(days)).body);
};
const putRisk = (entryId: string, day: string, review = 'property') =>
  tracker.must('putRisk', {
    params: of(review, entryId),
    body: { ...risk, title: `The risk ${entryId}` },
    headers: from(day),
  });
const decide = (entryId: string, takenOn: string, day: string) =>
  tracker.must('putDecision', {
    params: of('property', entryId),
    body: { ...(records.decision as object), title: `Decide ${entryId}`, status: 'taken', takenOn },
    headers: from(day),
  });
const whats = ({ happened }: DaysComparison) => happened.rows.map(({ what, on }) => [what, on]);

beforeAll(async () => {
  tracker = await startReportedProgramme();
  for (const month of ['2026-01', '2026-02']) await runMonth(tracker, month);
  await putRisk('early-march', '2026-03-03');
  await openReview(tracker, 'catering', { title: 'catering' }, '2026-03-10');
  await decide('one', '2026-03-04', '2026-03-05');
  await decide('two', '2026-03-11', '2026-03-12');
  await decide('three', '2026-03-06', '2026-03-18');
  await putRisk('roof', '2026-03-20', 'libraries');
  expect(tracker.failures).toEqual([]);
}, 600_000);
afterAll(() => tracker.stop());

describe('compareDays', () => {
  it('says what differs between two days within a month, and what happened between them, once', async () => {
    const comparison = await compared('2026-03-08', '2026-03-15');
    expect(comparison).toMatchObject({
      ...{ from: '2026-03-08', to: '2026-03-15', recordedSince: false },
      madeBy: { subject: people.team.subject },
      figures: { before: { counted: 2, openRisks: 3 }, after: { counted: 3, openRisks: 3 } },
      flow: { opening: 2, entered: { total: 1 }, left: { total: 0 }, closing: 3, reconciles: true },
    });
    expect(comparison.inShort[1]).toBe(
      '2 reviews at the end of 8 March 2026; 1 entered (1 approved); none left; 3 at the end of 15 March 2026: this reconciles.',
    );
    expect(comparison.reviews?.rows).toContainEqual({
      ...{ review: 'catering', title: 'catering', change: 'new', fields: [] },
    });
    expect(whats(comparison)).toEqual([['Decide two', '2026-03-11']]);
  });

  it('chains: what happened, entered and was open from day to day adds up to that between the first and the last', async () => {
    const [first, second, whole] = [
      await compared('2026-03-02', '2026-03-08'),
      await compared('2026-03-08', '2026-03-25'),
      await compared('2026-03-02', '2026-03-25'),
    ];
    expect(second.figures.before).toEqual(first.figures.after);
    expect(whole.figures).toEqual({ before: first.figures.before, after: second.figures.after });
    expect(first.flow.closing).toBe(second.flow.opening);
    expect(whole.flow).toMatchObject({ opening: first.flow.opening, closing: second.flow.closing });
    expect(whole.flow.entered.total).toBe(first.flow.entered.total + second.flow.entered.total);
    expect(whole.happened.total).toBe(first.happened.total + second.happened.total);
    expect(whats(whole).toSorted()).toEqual([...whats(first), ...whats(second)].toSorted());
    // A decision that is dated before a day and recorded after it is of the days after.
    expect(second.happened.rows).toContainEqual(expect.objectContaining({ what: 'Decide three', recordedLate: true }));
  });

  it('of two month ends says of positions what their two reports say as revised by what is known now', async () => {
    await tracker.must('putRisk', {
      params: of('property', 'late-of-january'),
      body: { ...risk, title: 'Recorded late' },
      headers: from('2026-01-20'),
    });
    for (const month of ['2026-01', '2026-02']) {
      await tracker.must('reviseReport', {
        as: people.office,
        params: { ...tomorrow, month },
        body: { reason: 'A risk was recorded late' },
      });
      await tracker.settled();
    }
    const days = await compared('2026-01-31', '2026-02-28');
    const asked = await tracker.must('compareReports', {
      as: people.team,
      params: tomorrow,
      query: 'from=2026-01&to=2026-02',
    });
    const reports = ReportComparison.parse(asked.body);
    const { month: _, entered: __, left: ___, ...before } = reports.figures.before;
    const { month: ____, entered: _____, left: ______, ...after } = reports.figures.after;
    expect(days.figures).toEqual({ before, after });
    expect(days.reviews).toEqual(reports.reviews);
    expect(days.parts).toEqual(reports.parts);
    expect(days.notCompared).toEqual(reports.notCompared);
  });

  it('says of days between which nothing happened that nothing differs', async () => {
    const comparison = await compared('2026-03-26', '2026-03-27');
    expect(comparison.reviews?.rows).toEqual([]);
    expect(comparison.inShort[0]).toBe(
      'Nothing that is counted differs between the end of 26 March 2026 and that of 27 March 2026.',
    );
    expect(comparison.parts).toEqual([]);
  });

  it('refuses a day twice or turned round, one to come, and one before the programme began', async () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const [earlier, later, message] of [
      ['2026-03-08', '2026-03-08', 'must be before the later day'],
      ['2026-03-09', '2026-03-08', 'must be before the later day'],
      [today, '2199-01-01', 'must not be a day to come'],
      ['2025-11-30', '2026-03-08', 'must not be before 1 December 2025, on which the programme began'],
    ] as const) {
      const told = await ask({ from: earlier, to: later });
      expectProblem(told);
      expect(told.body).toMatchObject({ code: 'request.invalid', faults: [{ in: 'body', message }] });
    }
    expect((await ask({ from: '2025-12-01', to: today })).status).toBe(202);
  });

  it('is for whoever keeps the record, and not for a board, which reads what is published', async () => {
    const days = { from: '2026-03-08', to: '2026-03-15' };
    for (const told of [await ask(days, people.board), await read(days, people.board)]) {
      expectProblem(told);
      expect(told.body.code).toBe('role.not-allowed');
    }
    expect((await read({ from: '2026-03-08', to: '2026-03-16' })).status).toBe(404);
    const items = await tracker.everything();
    expect(items.filter(({ sk }) => /^DRAFT/.test(sk?.S ?? '')).every(({ pk }) => pk?.S?.startsWith('ORG#'))).toBe(
      true,
    );
  });

  it('shows in the public view nothing of text that is exempt, nor that it differs, and of words taken out nothing is left', async () => {
    const put = (title: string, headers: Record<string, string>) =>
      tracker.must('putIssue', {
        params: of('property', 'secret'),
        body: {
          ...(records.issue as object),
          ...{ title, severity: 'high', raisedOn: '2026-03-10' },
          exempt: { fields: ['title'], ground: 3 },
        },
        headers,
      });
    const { headers } = await put('The bidder named Acme', { ...create, 'effective-at': '2026-03-28' });
    await put('The bidder named Apex', { 'if-match': headers.etag ?? '', 'effective-at': '2026-03-30' });
    const days = { from: '2026-03-28', to: '2026-03-31' };
    const comparison = await compared(days.from, days.to);
    expect(comparison.view).toBe('full');
    expect(JSON.stringify(comparison.parts)).toContain('Apex');
    const open = await read(days, people.team, '&view=public');
    expect(open.body).toMatchObject({ view: 'public', parts: [] });
    expect(open.text).not.toMatch(/Acme|Apex/);
    await redact(
      tracker,
      { ...tomorrow, entryId: 'bidders' },
      { review: 'property', kind: 'issue', entry: 'secret', texts: [{ pointer: '/record/title' }] },
    );
    expect((await read(days)).status).toBe(404);
    expect(JSON.stringify(await tracker.everything())).not.toMatch(/Acme|Apex/);
  });
});
