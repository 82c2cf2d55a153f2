import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuiltRun } from '../support/published-month.ts';
import { programme, records, review, risk, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const place = { programmeId: 'tomorrow', reviewId: 'property' };

const rebuilt = (knowledge: 'then' | 'now') => rebuiltRun(tracker, place.programmeId, '2026-01', knowledge);

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: place,
    body: programme,
    headers: { ...create, 'effective-at': '2025-12-01' },
  });
  await tracker.must('putReview', {
    params: place,
    body: review,
    headers: { ...create, 'effective-at': '2025-12-02' },
  });
  await tracker.must('putReview', {
    params: { ...place, reviewId: 'waste' },
    body: { ...review, sros: [] },
    headers: { ...create, 'effective-at': '2026-01-05' },
  });
  await tracker.must('putRisk', {
    params: { ...place, entryId: 'late' },
    body: risk,
    headers: { ...create, 'effective-at': '2026-01-10' },
  });
  await tracker.must('recordIssues', {
    params: place,
    body: { entries: ['heating', 'roof'].map((id) => ({ id, record: records.issue })) },
    headers: { 'effective-at': '2026-01-10' },
  });
  await tracker.must('putSaving', {
    params: { ...place, entryId: 'halls' },
    body: saving,
    headers: { ...create, 'effective-at': '2026-01-11' },
  });
  await tracker.must('putProgrammeStatedPosition', {
    as: people.office,
    params: { ...place, entryId: 'required' },
    body: records['stated-position'],
    headers: { ...create, 'effective-at': '2026-01-12' },
  });
  await tracker.must('runReport', { as: people.office, params: place, body: { month: '2026-01' } });
  await tracker.settled();
});
afterAll(() => tracker.stop());

it('rebuildReport from the heads of then, after much else was told, comes to the same content digest', async () => {
  await tracker.must('putRisk', {
    params: { ...place, entryId: 'late' },
    body: { ...risk, current: { likelihood: 5, impact: 5 } },
    headers: { 'if-match': '"1"', 'effective-at': '2026-02-10' },
  });
  await tracker.must('putRisk', {
    params: { ...place, entryId: 'another' },
    body: risk,
    headers: { ...create, 'effective-at': '2026-01-20' },
  });
  const again = { corrects: 1, effectiveAt: '2026-01-20', reason: 'The minutes say otherwise' };
  await tracker.must('correctReview', { params: place, body: { ...again, record: { ...review, title: 'Land' } } });
  await tracker.must('correctProgramme', {
    as: people.office,
    params: place,
    body: { ...again, record: { ...programme, phase: 'Phase 1' } },
  });
  const run = await rebuilt('then');
  expect(run).toMatchObject({ state: 'rebuilt', rebuilt: { same: true, differences: [] } });
  expect(run.rebuilt.contentDigest).toBe(run.rebuilt.publishedDigest);
});

it('rebuildReport as now known says in words what was told since', async () => {
  const run = await rebuilt('now');
  expect(run).toMatchObject({ state: 'rebuilt', rebuilt: { same: false } });
  expect(run.rebuilt.differences).toContain('Open risks: 2, was 1.');
});

it('rebuildReport publishes nothing, and refuses a month that is not published', async () => {
  const list = await tracker.must('listReports', { as: people.board, params: place });
  expect(list.body.items).toHaveLength(1);
  const refused = await tracker.ask('rebuildReport', {
    as: people.assurance,
    params: { ...place, month: '2026-02' },
    body: { knowledge: 'then' },
  });
  expect(refused).toMatchObject({ status: 404, body: { code: 'report.unpublished' } });
});

it('listRestatements names the published months that what was told late would change, and by what', async () => {
  const { body } = await tracker.must('listRestatements', { as: people.board, params: place });
  expect(body.items).toMatchObject([
    {
      month: '2026-01',
      revision: 1,
      sentence:
        '3 changes recorded since would change the report of January 2026; a revision, with its reason, would take them in.',
      changes: [
        { review: null, recordRef: { kind: 'programme', id: 'tomorrow' }, by: 'pat-office' },
        { review: 'property', recordRef: { kind: 'review', id: 'property' }, by: 'tara-team' },
        { review: 'property', recordRef: { kind: 'risk', id: 'another' }, by: 'tara-team' },
      ],
    },
  ]);
  await tracker.must('reviseReport', {
    as: people.office,
    params: { ...place, month: '2026-01' },
    body: { reason: 'A risk was told late, and two things again' },
  });
  await tracker.settled();
  expect((await tracker.must('listRestatements', { as: people.board, params: place })).body).toEqual({ items: [] });
});
