import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyTextOf, chainOf, eventsIn, everythingStored, nothingStored, oneEventMore } from '../support/chain.ts';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const tomorrow = { programmeId: 'tomorrow' };
const params = { ...tomorrow, reviewId: 'property' };
const chain = chainOf('tomorrow', 'property');

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: { ...programme, portfolios: [...programme.portfolios, { id: 'people', name: 'People' }] },
    headers: { ...create, 'effective-at': '2026-01-01' },
  });
});
afterAll(() => tracker.stop());

describe('one review', () => {
  it('putReview opens a review at its first stage as the first event of its own chain, and getReview reads it', async () => {
    const { told, event } = await oneEventMore(tracker, chain, () =>
      tracker.ask('putReview', { params, body: review, headers: { ...create, 'effective-at': '2026-01-02' } }),
    );
    expect(told).toMatchObject({
      status: 201,
      headers: { etag: '"review:tomorrow/property:1"' },
      body: {
        id: 'property',
        record: { ...review, endDate: { kind: 'not-stated' }, waitsFor: [] },
        facts: {
          stage: 'identified',
          stageSince: '2026-01-02T00:00:00.000Z',
          stageWork: null,
          moves: [],
          waivers: [],
          lifecycles: [{ lifecycle: 'active', at: '2026-01-02T00:00:00.000Z' }],
        },
        computed: { stageName: 'Identified', nextStage: 'service-baseline', sroState: 'one', counted: true },
        version: 1,
        recordedBy: 'tara-team',
      },
    });
    expect(event).toMatchObject({
      chain: 'tomorrow/property',
      sequence: 1,
      previousDigest: '',
      recordRef: { kind: 'review', id: 'property' },
      after: { record: { sros: [{ subject: 'sam-sro', name: 'sam-sro' }] } },
    });
    expect((await tracker.must('getReview', { as: people.board, params })).body).toEqual(told.body);
    expect(await eventsIn(tracker, chainOf('tomorrow'))).toHaveLength(1);
  });

  it('putReview of the same record answers 200 and tells nothing', async () => {
    const told = await nothingStored(tracker, () =>
      tracker.ask('putReview', { params, body: review, headers: { 'if-match': '"1"' } }),
    );
    expect(told).toMatchObject({ status: 200, body: { version: 1, record: { sros: review.sros } } });
  });

  it('putReview changes the record, getReview answers then and now, and the stage stays a fact of its own', async () => {
    const { lifecycle: _, tier: __, portfolio: ___, ...bare } = review;
    const { told, event } = await oneEventMore(tracker, chain, () =>
      tracker.ask('putReview', {
        params,
        body: { ...bare, marketMaturity: 'growing' },
        headers: { 'if-match': '"1"', 'effective-at': '2026-01-10' },
      }),
    );
    expect(event.changed).toEqual(['marketMaturity', 'marketMaturitySince']);
    // What it leaves out of the review's life stays.
    expect(told.body).toMatchObject({
      version: 2,
      record: { lifecycle: 'active', tier: '1', portfolio: 'customer' },
      facts: { stage: 'identified', lifecycles: [{ lifecycle: 'active' }] },
    });
    const then = await tracker.must('getReview', { params, query: 'asAt=2026-01-09' });
    expect(then.body).toMatchObject({ version: 1, record: { lifecycle: 'active', sros: [{ name: 'Sam Sro' }] } });
    expect(then.headers.etag).toBeUndefined();
    expect((await tracker.must('getReview', { params, query: 'asAt=2026-01-10' })).body.version).toBe(2);
    expect(await tracker.ask('getReview', { params, query: 'asAt=2026-01-01' })).toMatchObject({
      status: 404,
      body: { code: 'review.unknown' },
    });
  });

  it.each([
    ['a stale version', {}, { 'if-match': '"1"' }, 412, []],
    ['no version', {}, {}, 428, []],
    ['a review that is there already', {}, create, 412, []],
    [
      "a directorate, portfolio and theme that are not the programme's",
      { directorate: 'nowhere', portfolio: 'nothing', theme: 'none' },
      { 'if-match': '"2"' },
      422,
      ['/directorate', '/portfolio', '/theme', '/portfolio'],
    ],
    ['a parent that does not exist', { parent: 'nowhere' }, { 'if-match': '"2"' }, 422, ['/parent']],
    ['itself as what it was split from', { splitFrom: 'property' }, { 'if-match': '"2"' }, 422, ['/splitFrom']],
    [
      'a wait for a review that does not exist, at a stage that does not exist',
      { waitsFor: [{ id: 'first', on: 'review', what: 'The other', review: 'nowhere', holdsStage: 'no-stage' }] },
      { 'if-match': '"2"' },
      422,
      ['/waitsFor/0/review'],
    ],
    [
      'a stage it was opened at that was not told when it was',
      { openedAt: { stage: 'decision', source: 'A paper' } },
      { 'if-match': '"2"' },
      422,
      ['/openedAt'],
    ],
  ])('putReview refuses %s and stores nothing', async (_, over, headers, status, pointers) => {
    const told = await nothingStored(tracker, () =>
      tracker.ask('putReview', { params, body: { ...review, ...over }, headers }),
    );
    expect(told.status).toBe(status);
    expect((told.body.faults ?? []).map((one: { pointer: string }) => one.pointer)).toEqual(pointers);
  });

  it('putReview keeps the names of people in one erasable record: nothing else that is stored holds them', async () => {
    await tracker.must('putReview', {
      params,
      body: { ...review, lead: { subject: 'lena-lead', name: 'Lena Lead' } },
      headers: { 'if-match': '"2"', 'idempotency-key': 'with-a-lead' },
    });
    await tracker.must('recordStageWork', { params, body: { state: 'in-progress' }, headers: { 'if-match': '"3"' } });
    const stored = await everythingStored(tracker);
    const naming = (name: string) =>
      stored
        .filter((item) => `${JSON.stringify(item)}${bodyTextOf(item)}`.includes(name))
        .map((item) => `${item.pk?.S} ${item.sk?.S}`);
    expect(naming('Sam Sro')).toEqual(['ORG#council#PEOPLE sam-sro']);
    expect(naming('Lena Lead')).toEqual(['ORG#council#PEOPLE lena-lead']);
    const again = await tracker.must('putReview', {
      params,
      body: { ...review, lead: { subject: 'lena-lead', name: 'Lena Lead' } },
      headers: { 'if-match': '"2"', 'idempotency-key': 'with-a-lead' },
    });
    expect(again.body).toMatchObject({ version: 3, record: { lead: { name: 'Lena Lead' }, sros: review.sros } });
  });

  it('putReview with another name of a known person changes no name, and says whose stays', async () => {
    const told = await tracker.must('putReview', {
      params,
      body: { ...review, sros: [{ subject: 'sam-sro', name: 'Samira Sro' }] },
      headers: { 'if-match': '"4"' },
    });
    expect(told.body).toMatchObject({ version: 5, namesKept: ['sam-sro'] });
    const list = await tracker.must('listReviews', { params: tomorrow });
    expect(list.body.items[0].sros).toEqual([{ subject: 'sam-sro', name: 'Sam Sro' }]);
  });

  it('putReview takes two SROs or none, and says so', async () => {
    const several = [...review.sros, { subject: 'olga-other', name: 'Olga Other' }];
    const made = await tracker.must('putReview', {
      params: { ...tomorrow, reviewId: 'several' },
      body: { ...review, title: 'Several', sros: several },
      headers: create,
    });
    expect(made.body.computed).toMatchObject({ sroState: 'several' });
    const none = await tracker.must('putReview', {
      params: { ...tomorrow, reviewId: 'none' },
      body: {
        ...review,
        title: 'None',
        sros: [],
        waitsFor: [{ id: 'first', on: 'review', what: 'Property', review: 'property' }],
      },
      headers: create,
    });
    expect(none.body.computed).toMatchObject({ sroState: 'none', sentence: expect.stringContaining('No SRO') });
  });
});

describe('the gate', () => {
  it('getReviewGate says in words that nothing stands between an identified review and its baseline', async () => {
    const { body } = await tracker.must('getReviewGate', { as: people.board, params });
    expect(body).toMatchObject({
      stage: 'identified',
      next: 'service-baseline',
      open: true,
      sentence: 'The review may move from "Identified" to "Service baseline (1)".',
      criteria: [{ id: 'GATE-01', state: 'met' }],
    });
  });

  it('getReviewGate names each criterion that stands in the way, and what is waited for', async () => {
    const reviewId = 'taken-over';
    await tracker.must('putReview', {
      params: { ...tomorrow, reviewId },
      body: {
        ...review,
        openedAt: { stage: 'options-appraisal', source: 'Report of January' },
        waitsFor: [
          { id: 'strategy', on: 'document', what: 'The accommodation strategy', holdsStage: 'options-appraisal' },
        ],
      },
      headers: create,
    });
    const { body } = await tracker.must('getReviewGate', { params: { ...tomorrow, reviewId } });
    expect(body).toMatchObject({ stage: 'options-appraisal', next: 'full-business-case', open: false });
    expect(body.criteria).toMatchObject([
      { id: 'GATE-01', state: 'not-met', because: 'The review waits for The accommodation strategy.' },
      { id: 'GATE-21', state: 'not-evidenced' },
      { id: 'GATE-22', state: 'not-evidenced' },
      { id: 'GATE-23', state: 'not-evidenced' },
      { id: 'GATE-24', state: 'not-evidenced' },
      { id: 'GATE-25', state: 'not-evidenced' },
    ]);
    expect(body.sentence).toContain('6 of 6 criteria are in the way');
    await tracker.must('putProgrammeMarketEngagement', {
      params: { ...tomorrow, entryId: 'supplier-day' },
      body: records['market-engagement'],
      headers: create,
    });
    const after = await tracker.must('getReviewGate', { params: { ...tomorrow, reviewId } });
    expect(after.body.criteria[3]).toMatchObject({ id: 'GATE-23', state: 'met' });
    expect(after.body.criteria[3].because).toContain('the whole programme');
  });

  it.each([
    ['a review that does not exist', { ...tomorrow, reviewId: 'nowhere' }],
    ['a programme that does not exist', { programmeId: 'nowhere', reviewId: 'property' }],
  ])('getReviewGate and getReview answer 404 for %s', async (_, nowhere) => {
    expect(await tracker.ask('getReviewGate', { params: nowhere })).toMatchObject({ status: 404 });
    expect(await tracker.ask('getReview', { params: nowhere })).toMatchObject({ status: 404 });
  });
});
