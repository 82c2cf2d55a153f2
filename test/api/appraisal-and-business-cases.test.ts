import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  create,
  entry,
  params,
  recorded,
  refused,
  startWithOneReview,
  stopWithWholeChain,
} from '../support/one-review.ts';
import { records } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startWithOneReview();
});
afterAll(() => stopWithWholeChain(tracker));

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
      await recorded(tracker, 'putOption', { params: entry(entryId), body: option(score, over), headers: create });
    const appraisal = { criteria: [{ id: 'fit', name: 'Strategic fit', group: 'desirability', weight: 100 }] };
    const { told: made, event } = await recorded(tracker, 'putAppraisal', {
      body: appraisal,
      headers: { ...create, 'effective-at': '2026-01-20' },
    });
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"appraisal:tomorrow/property:1"' },
      body: { record: appraisal, version: 1 },
    });
    expect(event).toMatchObject({ recordRef: { kind: 'appraisal', id: 'appraisal' } });
    expect(made.body.computed.first).toEqual(['mutual']);
    const read = await tracker.must('getAppraisal', { as: people.board, params });
    expect(read.body).toEqual(made.body);
    await recorded(tracker, 'putOption', {
      params: entry('nothing'),
      body: option(9, {}),
      headers: { 'if-match': '"1"' },
    });
    expect((await tracker.must('getAppraisal', { params })).body.computed.first).toEqual(['nothing']);
    expect(await tracker.ask('getAppraisal', { params, query: 'asAt=2026-01-19' })).toMatchObject({ status: 404 });
    const then = await tracker.must('getAppraisal', { params, query: 'asAt=2026-01-20' });
    expect(then.body).toMatchObject({ version: 1, computed: { options: [] } });
  });

  it('putAppraisal of the same criteria tells nothing, and one without a weight is refused', async () => {
    const criteria = [{ id: 'fit', name: 'Strategic fit', group: 'desirability', weight: 100 }];
    expect(
      await refused(tracker, 'putAppraisal', { body: { criteria }, headers: { 'if-match': '"1"' } }),
    ).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    const weightless = criteria.map((one) => ({ ...one, weight: 0 }));
    expect(
      await refused(tracker, 'putAppraisal', { body: { criteria: weightless }, headers: { 'if-match': '"1"' } }),
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
    const answer = await refused(tracker, 'recordOutcome', {
      as,
      params: outline,
      body: approved,
    });
    expect(answer).toMatchObject({ status: 403, body: { code } });
  });

  it.each([
    ['a stale version of the case', { 'if-match': '"9"' }, 412, 'version.stale'],
    ['the version of the review', { 'if-match': '"review:tomorrow/property:1"' }, 412, 'version.of-another'],
  ])('recordOutcome refuses %s', async (_, headers, status, code) => {
    const answer = await refused(tracker, 'recordOutcome', {
      as: people.sro,
      params: outline,
      body: approved,
      headers,
    });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it("recordOutcome lets the review's own SRO record an outcome, and a later one supersedes it while both stay", async () => {
    const first = await recorded(tracker, 'recordOutcome', {
      as: people.sro,
      params: outline,
      body: { outcome: 'returned', body: 'Transformation Board', on: '2026-01-20', reason: 'The costs are thin' },
    });
    expect(first.event).toMatchObject({
      type: 'outcome-recorded',
      recordRef: { kind: 'business-case', id: 'outline' },
      by: 'sam-sro',
      changed: ['outcomes'],
      // The version of the case that the SRO judged: what is put into the case after it is another.
      after: { facts: { outcomes: [{ outcome: 'returned', ofVersion: 1 }] } },
    });
    const second = await recorded(tracker, 'recordOutcome', {
      as: people.sro,
      params: outline,
      body: {
        ...approved,
        outcome: 'approved-with-conditions',
        conditions: [{ id: 'lease', text: 'End the lease', owner: 'Estates', dueOn: '2026-06-30' }],
      },
    });
    expect(second.told.status).toBe(200);
    expect(second.told.body.facts.outcomes).toMatchObject([
      { number: 1, outcome: 'returned', by: 'sam-sro' },
      { number: 2, outcome: 'approved-with-conditions', supersedes: 1, conditions: [{ id: 'lease', status: 'open' }] },
    ]);
    expect((await tracker.must('getBusinessCase', { params: outline })).body).toEqual(second.told.body);
  });

  it('recordOutcome answers 404 for a business case that does not exist', async () => {
    const answer = await refused(tracker, 'recordOutcome', {
      as: people.sro,
      params: entry('nowhere'),
      body: approved,
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'entry.unknown' } });
  });

  it('updateCondition tracks a condition of the latest outcome to its end', async () => {
    const update = { condition: 'lease', status: 'met', on: '2026-02-01' };
    expect(
      await refused(tracker, 'updateCondition', { params: outline, body: { ...update, condition: 'no-such' } }),
    ).toMatchObject({ status: 409, body: { code: 'condition.unknown', facts: { conditions: ['lease'] } } });
    expect(
      await refused(tracker, 'updateCondition', { as: people.otherSro, params: outline, body: update }),
    ).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    const { told: answer, event } = await recorded(tracker, 'updateCondition', { params: outline, body: update });
    expect(event.type).toBe('condition-updated');
    expect(answer.body.facts.outcomes[1].conditions).toMatchObject([
      { id: 'lease', status: 'met', statusOn: '2026-02-01' },
    ]);
  });
});
