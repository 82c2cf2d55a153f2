import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, tellOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A stage that no source states (docs/meaning.md REVIEW-24): never the first one, and a row of its own.
 */

let tracker: TestTracker;
const imported = { ...tomorrow, reviewId: 'imported' };
const notStated = { stage: 'not-stated', source: 'Paper of 10 January, which names no stage' };
const stated = { stage: 'options-appraisal', source: 'Minutes of 2 February' };

const get = async (params: Record<string, string> = imported, query = '') =>
  tracker.must('getReview', { params, query });
const putAgain = async (over: object, params: Record<string, string> = imported) => {
  const { body, headers } = await get(params);
  return tracker.ask('putReview', {
    params,
    body: { ...body.record, ...over },
    headers: { 'if-match': headers.etag ?? '' },
  });
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellOneOfEach(tracker);
  await tracker.must('putReview', {
    params: imported,
    body: { ...review, openedAt: notStated },
    headers: { ...create, 'effective-at': '2026-01-12' },
  });
}, 60_000);
afterAll(() => tracker.stop());

describe('A review whose stage is not stated', () => {
  it('says so, in its answer, in lists and at its gate', async () => {
    expect((await get()).body).toMatchObject({
      facts: { stage: 'not-stated' },
      computed: {
        stageName: 'Not stated',
        nextStage: null,
        sentence: expect.stringContaining('a stage that is not stated'),
      },
    });
    const list = await tracker.must('listReviews', { params: tomorrow, query: 'stage=not-stated' });
    expect(list.body.items).toMatchObject([{ id: 'imported', stageName: 'Not stated' }]);
    const gate = await tracker.must('getReviewGate', { params: imported });
    expect(gate.body).toMatchObject({
      open: false,
      next: null,
      criteria: [],
      sentence: expect.stringContaining('not stated'),
    });
    const then = await tracker.must('getReviewGate', { params: imported, query: 'asAt=2026-01-20' });
    expect(then.body.stage).toBe('not-stated');
  });

  it('is moved by nobody, and nothing of it is waived, before its stage is stated', async () => {
    const { headers } = await get();
    const ifMatch = { 'if-match': headers.etag ?? '' };
    const moved = await tracker.ask('moveStage', { params: imported, body: { to: 'decision' }, headers: ifMatch });
    expect(moved).toMatchObject({ status: 409, body: { code: 'stage.not-stated' } });
    const waived = await tracker.ask('waiveCriterion', {
      as: people.sro,
      params: imported,
      body: { criterion: 'GATE-11', reason: 'Known' },
      headers: ifMatch,
    });
    expect(waived).toMatchObject({ status: 409, body: { code: 'criterion.unknown' } });
  });

  it('is counted in a row of its own, the last, of a report, and its line says so', async () => {
    await tracker.must('runReport', {
      as: people.office,
      params: tomorrow,
      body: { month: '2026-01' },
      headers: { 'idempotency-key': 'january' },
    });
    await tracker.settled();
    const { body } = await tracker.must('getReport', { as: people.office, params: { ...tomorrow, month: '2026-01' } });
    expect(body.content.counts.stage.at(-1)).toMatchObject({ key: 'not-stated', name: 'Not stated' });
    expect(body.content.counts.stage[0].key).toBe('identified');
    const lines = await tracker.must('getReportLines', {
      as: people.office,
      params: { ...tomorrow, month: '2026-01' },
    });
    expect(lines.body.lines.find((one: { review: string }) => one.review === 'imported')).toMatchObject({
      stage: 'not-stated',
      stageName: 'Not stated',
    });
  });

  it('has it stated by a put, and is at that stage from then on', async () => {
    expect(await putAgain({ openedAt: stated })).toMatchObject({
      status: 200,
      body: { facts: { stage: 'options-appraisal' }, computed: { stageName: 'Options appraisal (2)' } },
    });
    expect((await get(imported, 'asAt=2026-01-20')).body.facts.stage).toBe('not-stated');
    const again = await putAgain({ openedAt: { ...stated, stage: 'decision' } });
    expect(again).toMatchObject({ status: 422, body: { faults: [{ pointer: '/openedAt' }] } });
  });
});

describe('The stage that a review was opened at', () => {
  it('is put right by a correction, and by no put', async () => {
    const params = { ...tomorrow, reviewId: 'opened-wrongly' };
    const body = { ...review, openedAt: { stage: 'decision', source: 'A note that was misread' } };
    await tracker.must('putReview', { params, body, headers: { ...create, 'effective-at': '2026-01-12' } });
    expect((await putAgain({ openedAt: stated }, params)).status).toBe(422);
    const { headers } = await get(params);
    await tracker.must('correctReview', {
      params,
      body: {
        corrects: 1,
        effectiveAt: '2026-01-12',
        record: { ...body, openedAt: stated },
        reason: 'The note was misread',
      },
      headers: { 'if-match': headers.etag ?? '' },
    });
    expect((await get(params)).body).toMatchObject({
      facts: { stage: 'options-appraisal' },
      record: { openedAt: stated },
    });
    expect((await get(params, 'asAt=2026-01-20')).body.facts.stage).toBe('options-appraisal');
    const all = await tracker.must('listReviews', { params: tomorrow, query: 'stage=decision' });
    expect(all.body.items).toEqual([]);
  });

  it('stays once the review has moved', async () => {
    const { headers } = await get();
    await tracker.must('moveStage', {
      params: imported,
      body: { to: 'identified', reason: 'The baseline was never agreed' },
      headers: { 'if-match': headers.etag ?? '' },
    });
    const { body } = await get();
    const refused = await tracker.ask('correctReview', {
      params: imported,
      body: {
        corrects: 1,
        effectiveAt: body.facts.stageSince,
        record: { ...body.record, openedAt: { ...stated, stage: 'decision' } },
        reason: 'A slip',
      },
      headers: { 'if-match': (await get()).headers.etag ?? '' },
    });
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer: '/record/openedAt' }] } });
  });
});

describe('A stage model of a programme', () => {
  it('has no stage of that id', async () => {
    const stages = [
      { id: 'not-stated', name: 'Somewhere' },
      { id: 'end', name: 'End' },
    ];
    const { body } = await tracker.must('getProgramme', { as: people.office, params: tomorrow });
    const refused = await tracker.ask('putProgramme', {
      as: people.office,
      params: { programmeId: 'another' },
      body: { ...body.record, stageModel: { kind: 'own', stages } },
      headers: create,
    });
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ pointer: '/stageModel/stages' }] } });
  });
});
