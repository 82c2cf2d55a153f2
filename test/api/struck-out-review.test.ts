import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '../support/one-of-each.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A review that was opened by mistake, twice under two spellings (docs/meaning.md REVIEW-21).
 */

let tracker: TestTracker;
const library = { programmeId: 'library' };
const meant = { ...library, reviewId: 'libraries' };
const slip = { ...library, reviewId: 'librarys' };
const entry = { ...slip, entryId: 'first' };
const on = (day: string) => ({ 'effective-at': day });

const etag = async (): Promise<Record<string, string>> => ({
  'if-match': (await tracker.must('getReview', { params: slip })).headers.etag ?? 'none',
});
const strikeOut = async (day: string, body: object, headers?: Record<string, string>) =>
  tracker.ask('strikeOutReview', { params: slip, body, headers: { ...on(day), ...(headers ?? (await etag())) } });
const reportOf = async (month: string) => {
  await tracker.must('runReport', { as: people.office, params: library, body: { month } });
  await tracker.settled();
  const params = { ...library, month };
  const { content } = (await tracker.must('getReport', { params })).body;
  return { content, lines: (await tracker.must('getReportLines', { params })).body.lines };
};
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: library,
    body: programme,
    headers: { ...create, ...on('2026-01-01') },
  });
  for (const params of [meant, slip]) {
    const headers = { ...create, ...on('2026-01-05') };
    await tracker.must('putReview', { params, body: { ...review, grossExpenditure: undefined }, headers });
    await tracker.must('putRisk', { params: { ...params, entryId: 'first' }, body: risk, headers });
    await tracker.must('putSaving', { params: { ...params, entryId: 'first' }, body: records.saving, headers });
  }
});
afterAll(() => tracker.stop());

describe('strikeOutReview', () => {
  it('takes the review out of every count of a later report, and the flow says so once', async () => {
    const january = await reportOf('2026-01');
    expect(january.content.counts.counted).toBe(2);
    const told = await strikeOut('2026-02-10', { reason: 'Opened twice' });
    expect(told).toMatchObject({ status: 200, body: { struckOut: { reason: 'Opened twice', by: 'tara-team' } } });

    const { content, lines } = await reportOf('2026-02');
    expect(content).toMatchObject({ lines: 1, counts: { counted: 1 } });
    expect(content.flow).toMatchObject({ opening: 2, closing: 1, reconciles: true, restatedBy: 0 });
    expect(content.flow.left.rows).toMatchObject([{ review: 'librarys', how: 'struck-out', on: '2026-02-10' }]);
    expect(content.flow.sentence).toContain('1 left (1 struck out)');
    expect(lines.map((line: { review: string }) => line.review)).toEqual(['libraries']);
    const { flow, changes, headline, ...rest } = content;
    expect(JSON.stringify(rest)).not.toContain('librarys');
    expect(flow.entered.total + changes.length + headline.length).toBeGreaterThan(0);

    const march = await reportOf('2026-03');
    expect(march.content.flow).toMatchObject({ opening: 1, closing: 1, left: { total: 0 }, reconciles: true });
    expect(JSON.stringify(march.content.flow)).not.toContain('librarys');
  });

  it('leaves the published month as it was, by what was known then and by what is known now', async () => {
    for (const knowledge of ['then', 'now']) {
      const params = { ...library, month: '2026-01' };
      const run = await tracker.must('rebuildReport', { as: people.office, params, body: { knowledge } });
      await tracker.settled();
      const done = await tracker.must('getReportRun', { params: { ...library, runId: run.body.id } });
      expect(done.body.rebuilt).toMatchObject({ same: true });
    }
  });

  it('keeps its id and its record; listReviews and getMe leave it out unless it is asked for', async () => {
    expect(ids((await tracker.must('listReviews', { params: library })).body.items)).toEqual(['libraries']);
    const all = (await tracker.must('listReviews', { params: library, query: 'struckOut=true' })).body.items;
    expect(all).toMatchObject([{ id: 'libraries' }, { id: 'librarys', struckOut: true }]);
    const then = await tracker.must('listReviews', { params: library, query: 'asAt=2026-02-09' });
    expect(ids(then.body.items)).toEqual(['libraries', 'librarys']);
    const { reviews } = (await tracker.must('getMe', { as: people.sro })).body;
    expect(reviews.map(({ reviewId }: { reviewId: string }) => reviewId)).toEqual(['libraries']);
    expect((await tracker.must('getRisk', { params: entry })).body.record).toMatchObject(risk);
    const made = await tracker.ask('putReview', { params: slip, body: review, headers: create });
    expect(made.status).toBeGreaterThanOrEqual(409);
  });

  it('refuses whatever else is recorded of it until it is put back', async () => {
    const code = 'review.struck-out';
    const headers = await etag();
    const asked = [
      tracker.ask('putReview', { params: slip, body: review, headers }),
      tracker.ask('recordStageWork', { params: slip, body: { state: 'in-progress' }, headers }),
      tracker.ask('putRisk', { params: { ...slip, entryId: 'second' }, body: risk, headers: create }),
      strikeOut('2026-02-11', { reason: 'Once more' }),
    ];
    for (const told of await Promise.all(asked)) expect(told).toMatchObject({ status: 409, body: { code } });
  });

  it('is undone with a reason: the review is counted again, and the flow says that it was put back', async () => {
    expect((await strikeOut('2026-04-02', { reason: 'It was meant', undo: true })).body.struckOut).toBeNull();
    const again = await strikeOut('2026-04-03', { reason: 'It was meant', undo: true });
    expect(again.body.code).toBe('review.not-struck-out');
    const { content } = await reportOf('2026-04');
    expect(content.flow).toMatchObject({ opening: 1, closing: 2, reconciles: true });
    expect(content.flow.entered.rows).toMatchObject([{ review: 'librarys', how: 'put-back', on: '2026-04-02' }]);
    expect(content.counts.counted).toBe(2);
    const { items } = (await tracker.must('getReviewHistory', { params: slip })).body;
    const types = items.map(({ type }: { type: string }) => type);
    expect(types.slice(-2)).toEqual(['struck-out', 'strike-out-undone']);
  });
});
