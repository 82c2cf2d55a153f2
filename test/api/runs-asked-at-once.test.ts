// @module-tag long
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tomorrow } from '../support/one-programme.ts';
import { expectProblem } from '../support/problem.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * Whoever gives a reason for a report and is answered 202 finds that reason on the pack: of two who ask at once for the same
 * revision, or for the same month before its report day, the second is told of the run that is under way.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startReportedProgramme();
  await runMonth(tracker, '2026-01');
  await tracker.settled();
});
afterAll(() => tracker.stop());

const otherOfOffice = { ...people.office, subject: 'olive-office' };
const revise = (reason: string, as: typeof otherOfOffice) =>
  tracker.ask('reviseReport', { as, params: { ...tomorrow, month: '2026-01' }, body: { reason } });
const reasonOf = ({ body }: Told): string => body.reason;

describe('Two who ask at once', () => {
  it.each([2, 3, 4, 5, 6])('for revision %s: one reason is taken and printed, the other refused', async (revision) => {
    const both = await Promise.all([
      revise('A line was wrong', people.office as typeof otherOfOffice),
      revise('A risk was missing', otherOfOffice),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    const [taken, refused] = both[0]?.status === 202 ? both : both.toReversed();
    if (taken === undefined || refused === undefined) throw new Error('two were asked');
    expectProblem(refused);
    expect(refused.body).toMatchObject({ code: 'run.under-way', facts: { run: `2026-01-r${revision}` } });
    await tracker.settled();
    const params = { ...tomorrow, month: '2026-01', revision: String(revision) };
    const published = await tracker.must('getReportRevision', { params });
    expect(published.body.content.revisionReason).toBe(reasonOf(taken));
    const run = await tracker.must('getReportRun', { params: { ...tomorrow, runId: `2026-01-r${revision}` } });
    expect(run.body).toMatchObject({ state: 'published', reason: reasonOf(taken) });
  });

  it('for a month before its report day: one reason is taken, the other refused', async () => {
    vi.setSystemTime('2026-03-02T09:00:00.000Z');
    const early = (reason: string, as: typeof otherOfOffice) =>
      tracker.ask('runReport', { as, params: tomorrow, body: { month: '2026-02', early: true, reason } });
    const both = await Promise.all([
      early('The board meets on the 4th', people.office as typeof otherOfOffice),
      early('The leader asked', otherOfOffice),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    await tracker.settled();
    const published = await tracker.must('getReport', { params: { ...tomorrow, month: '2026-02' } });
    const taken = both.find(({ status }) => status === 202);
    expect(published.body.content.early).toEqual({ reason: taken?.body.reason });
    vi.useRealTimers();
  });
});
