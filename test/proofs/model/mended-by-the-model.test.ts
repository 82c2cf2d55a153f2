// @module-tag long
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programme, review } from '../../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../../support/tracker.ts';

const closeDown = { on: '2026-07-01', achieved: 'Much', notAchieved: 'Some', lessons: 'Many', carriesOn: [] };

/* What the model and the tracker differed in, each as a case of its own. */

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const put = (programmeId: string) =>
  tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId },
    body: programme,
    headers: { ...create, 'effective-at': '2025-12-01' },
  });

beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

it('a return sent again just as it was confirmed is answered as it stands, and nothing is told', async () => {
  await put('returns');
  const params = { programmeId: 'returns', reviewId: 'property', entryId: '2026-01' };
  const body = { nothingChanged: true };
  await tracker.must('putReview', { params, body: review, headers: { ...create, 'effective-at': '2026-01-02' } });
  await tracker.must('putReturn', { params, body, headers: create });
  await tracker.must('confirmReturn', { as: people.sro, params, body: {} });
  const again = await tracker.ask('putReturn', { params, body, headers: { 'if-match': '"2"' } });
  expect(again).toMatchObject({ status: 200, body: { version: 2, facts: { confirmed: { by: 'sam-sro' } } } });
});

it('a correction of a confirmed return keeps the rules too: its month has begun by then', async () => {
  await put('corrected');
  const params = { programmeId: 'corrected', reviewId: 'property', entryId: '2026-03' };
  const body = { nothingChanged: true };
  await tracker.must('putReview', { params, body: review, headers: { ...create, 'effective-at': '2026-01-02' } });
  await tracker.must('putReturn', { params, body, headers: create });
  await tracker.must('confirmReturn', { as: people.sro, params, body: {} });
  const corrected = (effectiveAt: string) =>
    tracker.ask('correctReturn', {
      params,
      body: { corrects: 3, effectiveAt, record: { narrative: 'A sale began' }, reason: 'It was not so' },
    });
  expect(await corrected('2026-02-01')).toMatchObject({ status: 422, body: { code: 'content.breaks-rule' } });
  expect(await corrected('2026-03-01')).toMatchObject({ status: 200, body: { version: 3 } });
});

it('a closed programme is due no report: a month asked for by hand is refused, and no run fails for it', async () => {
  await put('closed');
  const params = { programmeId: 'closed' };
  const body = { ...programme, closeDown };
  await tracker.must('putProgramme', { as: people.office, params, body, headers: { 'if-match': '"1"' } });
  const asked = await tracker.ask('runReport', { as: people.office, params, body: { month: '2026-01' } });
  await tracker.settled();
  expect(asked).toMatchObject({ status: 409, body: { code: 'programme.closed' } });
  expect(tracker.failures).toEqual([]);
});

it('a review at a stage that the programme did not have in that month is counted at it by name, not left out', async () => {
  await put('restaged');
  const params = { programmeId: 'restaged' };
  const body = { ...programme, stageModel: { kind: 'commissioning-cycle' } };
  await tracker.must('putProgramme', { as: people.office, params, body, headers: { 'if-match': '"1"' } });
  await tracker.must('putReview', {
    params: { ...params, reviewId: 'property' },
    body: { ...review, openedAt: { stage: 'plan', source: 'Paper 4' } },
    headers: { ...create, 'effective-at': '2026-01-02' },
  });
  await tracker.must('runReport', { as: people.office, params, body: { month: '2026-01' } });
  await tracker.settled();
  const report = await tracker.must('getReport', { params: { ...params, month: '2026-01' } });
  const { counted, stage } = report.body.content.counts;
  expect(counted).toBe(1);
  expect(stage.filter(({ share }: { share: { numerator: number } }) => share.numerator > 0)).toMatchObject([
    { key: 'plan', name: 'Plan', share: { numerator: 1, denominator: 1 } },
  ]);
});

// The later record kept the changes of lifecycle that it was made with (docs/meaning.md TIME-5, TIME-6), so the review counted as
// entered in January although it was active before.
it('a review that a correction says was active before its first record is in the opening of the report', async () => {
  await put('earlier');
  const params = { programmeId: 'earlier', reviewId: 'property' };
  await tracker.must('putReview', { params, body: review, headers: { ...create, 'effective-at': '2026-01-10' } });
  await tracker.must('correctReview', {
    params,
    body: { corrects: 1, effectiveAt: '2025-12-15', record: review, reason: 'It began earlier' },
  });
  const then = await tracker.must('getReview', { params, query: 'asAt=2025-12-31' });
  await tracker.must('runReport', { as: people.office, params, body: { month: '2026-01' } });
  await tracker.settled();
  const { flow } = (await tracker.must('getReport', { params: { ...params, month: '2026-01' } })).body.content;
  expect({ counted: then.body.computed.counted, opening: flow.opening }).toEqual({ counted: true, opening: 1 });
});
