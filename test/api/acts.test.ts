import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf, eventsIn, expectWholeChain, nothingStored, oneEventMore } from '../support/chain.ts';
import { programme, records, review, saving } from '../support/records.ts';
import { type Asked, type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const params = { programmeId: 'tomorrow', reviewId: 'property' };
const chain = chainOf('tomorrow', 'property');
const entry = (entryId: string) => ({ ...params, entryId });

/** The version of the review, as its reader knows it. */
const ofReview = async (): Promise<Record<string, string>> => ({
  'if-match': (await tracker.must('getReview', { params })).headers.etag ?? '',
});
const told = (operationId: string, asked: Asked) =>
  oneEventMore(tracker, chain, () => tracker.ask(operationId, { params, ...asked }));
const refused = (operationId: string, asked: Asked) =>
  nothingStored(tracker, () => tracker.ask(operationId, { params, ...asked }));

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId: 'tomorrow' },
    body: programme,
    headers: { ...create, 'effective-at': '2026-01-01' },
  });
  await tracker.must('putReview', {
    params,
    body: { ...review, grossExpenditure: undefined, lead: { subject: 'lena-lead', name: 'Lena Lead' } },
    headers: { ...create, 'effective-at': '2026-01-02' },
  });
});
afterAll(async () => {
  expectWholeChain(await eventsIn(tracker, chain));
  await tracker.stop();
});

describe('the options appraisal', () => {
  it('getAppraisal answers 404 until putAppraisal sets the criteria', async () => {
    expect(await tracker.ask('getAppraisal', { params })).toMatchObject({
      status: 404,
      body: { code: 'entry.unknown', detail: expect.stringContaining('No appraisal is set') },
    });
  });

  it('putAppraisal sets criteria and weights, and getAppraisal computes totals and ranks from the options of today', async () => {
    const option = (score: number, over: object) => ({
      ...(records.option as object),
      scores: [{ criterion: 'fit', score }],
      ...over,
    });
    for (const [entryId, score, over] of [
      ['mutual', 8, { label: 'A mutual', deliveryModel: 'mutual', disposition: 'preferred' }],
      ['nothing', 3, {}],
    ] as const)
      await told('putOption', { params: entry(entryId), body: option(score, over), headers: create });
    const appraisal = { criteria: [{ id: 'fit', name: 'Strategic fit', group: 'desirability', weight: 100 }] };
    const { told: made, event } = await told('putAppraisal', {
      body: appraisal,
      headers: { ...create, 'effective-at': '2026-01-20' },
    });
    expect(made).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { record: appraisal, version: 1 } });
    expect(event).toMatchObject({ recordRef: { kind: 'appraisal', id: 'appraisal' } });
    expect(made.body.computed.first).toEqual(['mutual']);
    const read = await tracker.must('getAppraisal', { as: people.board, params });
    expect(read.body).toEqual(made.body);
    await told('putOption', { params: entry('nothing'), body: option(9, {}), headers: { 'if-match': '"1"' } });
    expect((await tracker.must('getAppraisal', { params })).body.computed.first).toEqual(['nothing']);
    expect(await tracker.ask('getAppraisal', { params, query: 'asAt=2026-01-19' })).toMatchObject({ status: 404 });
    const then = await tracker.must('getAppraisal', { params, query: 'asAt=2026-01-20' });
    expect(then.body).toMatchObject({ version: 1, computed: { options: [] } });
  });

  it('putAppraisal of the same criteria tells nothing, and one without a weight is refused', async () => {
    const criteria = [{ id: 'fit', name: 'Strategic fit', group: 'desirability', weight: 100 }];
    expect(await refused('putAppraisal', { body: { criteria }, headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    const weightless = criteria.map((one) => ({ ...one, weight: 0 }));
    expect(
      await refused('putAppraisal', { body: { criteria: weightless }, headers: { 'if-match': '"1"' } }),
    ).toMatchObject({
      status: 400,
      body: { faults: [{ pointer: '/criteria', message: 'must give at least one criterion a weight above zero' }] },
    });
  });
});

describe('business cases', () => {
  const outline = entry('outline');
  const approved = { outcome: 'approved', body: 'Transformation Board', on: '2026-01-25' };
  beforeAll(async () => {
    await tracker.must('putBusinessCase', { params: outline, body: records['business-case'], headers: create });
  });

  it.each([
    ["somebody else's SRO", people.otherSro, 'review.not-the-sro'],
    ['the team', people.team, 'role.not-allowed'],
    ['the programme office', people.office, 'role.not-allowed'],
  ])('recordOutcome is not for %s', async (_, as, code) => {
    const answer = await refused('recordOutcome', { as, params: outline, body: approved, headers: await ofReview() });
    expect(answer).toMatchObject({ status: 403, body: { code } });
  });

  it.each([
    ['no version of the review', {}, 428, 'version.missing'],
    ['a stale version of the review', { 'if-match': '"9"' }, 412, 'version.stale'],
  ])('recordOutcome refuses %s', async (_, headers, status, code) => {
    const answer = await refused('recordOutcome', { as: people.sro, params: outline, body: approved, headers });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it("recordOutcome lets the review's own SRO record an outcome, and a later one supersedes it while both stay", async () => {
    const first = await told('recordOutcome', {
      as: people.sro,
      params: outline,
      body: { outcome: 'returned', body: 'Transformation Board', on: '2026-01-20', reason: 'The costs are thin' },
      headers: await ofReview(),
    });
    expect(first.event).toMatchObject({
      type: 'outcome-recorded',
      recordRef: { kind: 'business-case', id: 'outline' },
      by: 'sam-sro',
      changed: ['outcomes'],
      // The version of the case that the SRO judged: what is put into the case after it is another.
      after: { facts: { outcomes: [{ outcome: 'returned', ofVersion: 1 }] } },
    });
    const second = await told('recordOutcome', {
      as: people.sro,
      params: outline,
      body: {
        ...approved,
        outcome: 'approved-with-conditions',
        conditions: [{ id: 'lease', text: 'End the lease', owner: 'Estates', dueOn: '2026-06-30' }],
      },
      headers: await ofReview(),
    });
    expect(second.told.status).toBe(200);
    expect(second.told.body.facts.outcomes).toMatchObject([
      { number: 1, outcome: 'returned', by: 'sam-sro' },
      { number: 2, outcome: 'approved-with-conditions', supersedes: 1, conditions: [{ id: 'lease', status: 'open' }] },
    ]);
    expect((await tracker.must('getBusinessCase', { params: outline })).body).toEqual(second.told.body);
  });

  it('recordOutcome answers 404 for a business case that does not exist', async () => {
    const answer = await refused('recordOutcome', {
      as: people.sro,
      params: entry('nowhere'),
      body: approved,
      headers: await ofReview(),
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'entry.unknown' } });
  });

  it('updateCondition tracks a condition of the latest outcome to its end', async () => {
    const update = { condition: 'lease', status: 'met', on: '2026-02-01' };
    expect(
      await refused('updateCondition', { params: outline, body: { ...update, condition: 'no-such' } }),
    ).toMatchObject({ status: 409, body: { code: 'condition.unknown', facts: { conditions: ['lease'] } } });
    expect(await refused('updateCondition', { as: people.otherSro, params: outline, body: update })).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    const { told: answer, event } = await told('updateCondition', { params: outline, body: update });
    expect(event.type).toBe('condition-updated');
    expect(answer.body.facts.outcomes[1].conditions).toMatchObject([
      { id: 'lease', status: 'met', statusOn: '2026-02-01' },
    ]);
  });
});

describe('savings', () => {
  const params = entry('buildings');
  const both: Person = { roles: ['transformation-team', 'finance'], subject: 'tara-team' };
  const validation = { year: '2026/27', pounds: 310_000, on: '2026-02-01' };

  it('validateSaving puts the validated pounds beside the claim, which stays as it is', async () => {
    await told('putSaving', { params, body: saving, headers: create });
    const { told: answer, event } = await told('validateSaving', { as: people.finance, params, body: validation });
    expect(event).toMatchObject({ type: 'validated', by: 'fay-finance', changed: ['validations'] });
    expect(answer.body).toMatchObject({
      version: 2,
      record: { years: [{ forecast: 350_000 }] },
      facts: { validations: [{ ...validation, by: 'fay-finance' }] },
    });
  });

  it.each([
    ['what the same person claimed', both, validation, 403, 'saving.own-claim'],
    [
      'a year that the line does not have',
      people.finance,
      { ...validation, year: '2030/31' },
      409,
      'saving.year-unknown',
    ],
    ['a year that does not follow', people.finance, { ...validation, year: '2026/28' }, 400, 'request.invalid'],
    ['the team', people.team, validation, 403, 'role.not-allowed'],
  ])('validateSaving refuses %s', async (_, as, body, status, code) => {
    expect(await refused('validateSaving', { as, params, body })).toMatchObject({ status, body: { code } });
  });

  it('validateSaving refuses a line that is struck out', async () => {
    await told('strikeOutSaving', { params, body: { reason: 'Counted twice' }, headers: { 'if-match': '"2"' } });
    expect(await refused('validateSaving', { as: people.finance, params, body: validation })).toMatchObject({
      status: 409,
      body: { code: 'entry.struck-out' },
    });
  });
});

describe('delivery confidence', () => {
  const rating = { on: '2026-01-31', overall: { rating: 'amber', words: 'Behind by a month' } };

  it("rateReview puts the SRO's rating and assurance's side by side, and listRatings shows both", async () => {
    const bySro = await told('rateReview', { as: people.sro, body: { ...rating, forwardLook: 'improving' } });
    expect(bySro.told).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { id: 'sro-2026-01-31', facts: { source: 'sro', by: 'sam-sro' } },
    });
    const byAssurance = await told('rateReview', {
      as: people.assurance,
      body: { ...rating, overall: { rating: 'red', words: 'No plan' } },
    });
    expect(byAssurance.told.body).toMatchObject({ id: 'assurance-2026-01-31', facts: { source: 'assurance' } });
    expect(byAssurance.event.recordRef).toEqual({ kind: 'rating', id: 'assurance-2026-01-31' });
    const list = await tracker.must('listRatings', { as: people.board, params });
    expect(list.body).toEqual({ items: [byAssurance.told.body, bySro.told.body], next: null });
    const one = await tracker.must('getRating', { as: people.board, params: entry('sro-2026-01-31') });
    expect(one.body).toEqual(bySro.told.body);
  });

  it.each([
    ['a second rating for the same date', people.sro, rating, 409, 'rating.already-given'],
    ["somebody else's SRO", people.otherSro, rating, 403, 'review.not-the-sro'],
    [
      'assurance by the lead of the review',
      { roles: ['assurance'], subject: 'lena-lead' } as const,
      rating,
      403,
      'rating.own-review',
    ],
    [
      'a rating of another scheme',
      people.sro,
      { on: '2026-02-28', overall: { rating: 'amber-red', words: 'Hm' } },
      422,
      'content.breaks-rule',
    ],
  ])('rateReview refuses %s', async (_, as, body, status, code) => {
    expect(await refused('rateReview', { as, body })).toMatchObject({ status, body: { code } });
  });

  it('correctRating tells a rating again, by those it belongs to and nobody else', async () => {
    const params = entry('sro-2026-01-31');
    const events = await eventsIn(tracker, chain);
    const given = events.find((event) => event.recordRef.id === 'sro-2026-01-31');
    const correction = {
      corrects: given?.sequence,
      effectiveAt: given?.effectiveAt,
      record: { ...rating, overall: { rating: 'green', words: 'A slip of the hand' } },
      reason: 'Ticked the wrong box',
    };
    expect(await refused('correctRating', { as: people.assurance, params, body: correction })).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    const { told: answer, event } = await told('correctRating', { as: people.sro, params, body: correction });
    expect(event).toMatchObject({ type: 'corrected', corrects: given?.sequence, reason: 'Ticked the wrong box' });
    expect(answer.body).toMatchObject({
      version: 2,
      record: { overall: { rating: 'green' } },
      facts: { source: 'sro' },
    });
  });

  it('strikeOutRating takes a rating out, by those it belongs to and nobody else', async () => {
    const params = entry('assurance-2026-01-31');
    const asked = { params, body: { reason: 'Of another review' }, headers: { 'if-match': '"1"' } };
    expect(await refused('strikeOutRating', { ...asked, as: people.sro })).toMatchObject({
      status: 403,
      body: { code: 'role.not-allowed' },
    });
    const { told: answer } = await told('strikeOutRating', { ...asked, as: people.assurance });
    expect(answer.body.struckOut).toMatchObject({ reason: 'Of another review', by: 'asha-assurance' });
  });
});

describe('returns', () => {
  const params = entry('2026-01');

  it("confirmReturn lets the review's own SRO confirm what the team submitted, once", async () => {
    await told('putReturn', { params, body: { narrative: 'The lease is signed' }, headers: create });
    expect(await refused('confirmReturn', { as: people.otherSro, params, body: {} })).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    const { told: answer, event } = await told('confirmReturn', {
      as: people.sro,
      params,
      body: { words: 'As I know it' },
    });
    expect(event).toMatchObject({ type: 'confirmed', by: 'sam-sro', changed: ['confirmed'] });
    expect(answer).toMatchObject({
      status: 200,
      body: { version: 2, facts: { confirmed: { by: 'sam-sro', words: 'As I know it' } } },
    });
    expect(await refused('confirmReturn', { as: people.sro, params, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'return.already-confirmed' },
    });
    expect(
      await refused('putReturn', { params, body: { narrative: 'Other words' }, headers: { 'if-match': '"2"' } }),
    ).toMatchObject({ status: 409, body: { code: 'return.already-confirmed' } });
  });

  it('confirmReturn answers 404 for a month without a return', async () => {
    expect(await refused('confirmReturn', { as: people.sro, params: entry('2026-02'), body: {} })).toMatchObject({
      status: 404,
      body: { code: 'entry.unknown' },
    });
  });
});
