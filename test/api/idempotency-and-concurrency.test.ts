import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewHeadKey } from '#store/table/keys.ts';
import { chainOf, eventsIn, expectWholeChain, nothingStored, oneEventMore } from '../support/chain.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { type Asked, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const office = { as: people.office };

/** A review of its own for each test, in one programme. */
const openReview = async (reviewId: string, over: object = {}) => {
  const params = { programmeId: 'tomorrow', reviewId };
  await tracker.must('putReview', { params, body: { ...review, title: reviewId, ...over }, headers: create });
  return { params, chain: chainOf('tomorrow', reviewId) };
};
const answerOf = (told: Told) => ({ status: told.status, body: told.body, etag: told.headers.etag });
const atOnce = <T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => one(n)));
/** Sends as a client does: where the store says that it is busy, the same again. */
const sendOn = async (operationId: string, asked: Asked): Promise<Told> => {
  const told = await tracker.ask(operationId, asked);
  return told.status === 503 ? sendOn(operationId, asked) : told;
};
const key = (value: string = randomUUID()) => ({ 'idempotency-key': value });

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    ...office,
    params: { programmeId: 'tomorrow' },
    body: programme,
    headers: create,
  });
});
afterAll(() => tracker.stop());

describe('the same request sent again', () => {
  it.each([
    ['an act on a review', 'moveStage', { body: { to: 'service-baseline' }, headers: { 'if-match': '"1"' } }, 200],
    [
      'an act that makes an entry',
      'rateReview',
      {
        as: people.sro,
        body: { on: '2026-01-31', overall: { rating: 'green', words: 'Well' } },
        headers: { 'if-match': '"1"' },
      },
      201,
    ],
    ['a review that is put', 'putReview', { body: { ...review, title: 'Other' }, headers: { 'if-match': '"1"' } }, 200],
    ['a risk that is put', 'putRisk', { body: risk, headers: create }, 201],
  ])('answers %s (%s) as before and tells it once', async (_, operationId, asked: Asked, status) => {
    const { params, chain } = await openReview(`again-${operationId.toLowerCase()}`);
    const request = { ...asked, params: { ...params, entryId: 'late' }, headers: { ...asked.headers, ...key() } };
    const { told: first } = await oneEventMore(tracker, chain, () => tracker.ask(operationId, request));
    expect(first.status).toBe(status);
    const again = await nothingStored(tracker, () => tracker.ask(operationId, request));
    expect(answerOf(again)).toEqual(answerOf(first));
  });

  it('answers as before even after others have changed the thing', async () => {
    const { params } = await openReview('changed-since');
    const request = { params, body: { state: 'in-progress' }, headers: { 'if-match': '"1"', ...key() } };
    const first = await tracker.must('recordStageWork', request);
    await tracker.must('recordStageWork', { ...request, headers: { 'if-match': '"2"' } });
    const again = await nothingStored(tracker, () => tracker.ask('recordStageWork', request));
    expect(answerOf(again)).toEqual(answerOf(first));
  });

  it.each([
    ['another body', { body: { state: 'complete', on: '2026-01-05' } }],
    ['another version', { headers: { 'if-match': '"2"' } }],
    ['another Effective-At', { headers: { 'if-match': '"1"', 'effective-at': '2026-01-01' } }],
  ])('refuses the key for %s and stores nothing', async (what, over) => {
    const { params } = await openReview(what.replaceAll(' ', '-').toLowerCase());
    const used = key();
    const request = { params, body: { state: 'in-progress' }, headers: { 'if-match': '"1"' } };
    await tracker.must('recordStageWork', { ...request, headers: { ...request.headers, ...used } });
    const other = { ...request, ...over };
    const told = await nothingStored(tracker, () =>
      tracker.ask('recordStageWork', { ...other, headers: { ...other.headers, ...used } }),
    );
    expect(told).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });

  it('answers as before even after what it was decided on cannot be read any more', async () => {
    const { params } = await openReview('damaged-since');
    const request = { params, body: { state: 'in-progress' }, headers: { 'if-match': '"1"', ...key() } };
    const first = await tracker.must('recordStageWork', request);
    const { pk, sk } = reviewHeadKey({ organisation: 'council', programme: 'tomorrow' }, 'damaged-since');
    const [head] = (await tracker.stored(pk)).filter((item) => item.sk?.S === sk);
    const spoilt = { ...head, body: { S: 'not JSON' } };
    await tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: spoilt }));
    expect(
      (await tracker.ask('recordStageWork', { ...request, headers: { ...request.headers, ...key() } })).status,
    ).toBe(500);
    expect(answerOf(await tracker.ask('recordStageWork', request))).toEqual(answerOf(first));
  });

  it('takes the same key for another person, another review and another operation', async () => {
    const [one, other] = [await openReview('one-key'), await openReview('other-key')];
    const used = key('the-same-key');
    const work = { body: { state: 'in-progress' }, headers: { 'if-match': '"1"', ...used } };
    for (const { params, chain } of [one, other])
      await oneEventMore(tracker, chain, () => tracker.ask('recordStageWork', { ...work, params }));
    const move = { params: one.params, body: { to: 'service-baseline' }, headers: { 'if-match': '"2"', ...used } };
    await oneEventMore(tracker, one.chain, () => tracker.ask('moveStage', move));
    const back = { ...move, body: { to: 'identified', reason: 'Too soon' }, headers: { 'if-match': '"3"', ...used } };
    const { told } = await oneEventMore(tracker, one.chain, () =>
      tracker.ask('moveStage', { ...back, as: people.sro }),
    );
    expect(told.status).toBe(200);
  });

  it('does not keep a refusal: the very same request is done once what stood in its way is mended', async () => {
    const { params, chain } = await openReview('refused-first');
    const request = {
      as: people.sro,
      params: { ...params, entryId: 'outline' },
      body: { outcome: 'approved', body: 'Transformation Board', on: '2026-01-25' },
      headers: { 'if-match': '"1"', ...key() },
    };
    const malformed = await nothingStored(tracker, () =>
      tracker.ask('recordOutcome', { ...request, body: { outcome: 'approved' } }),
    );
    expect(malformed.status).toBe(400);
    const early = await nothingStored(tracker, () => tracker.ask('recordOutcome', request));
    expect(early).toMatchObject({ status: 404, body: { code: 'entry.unknown' } });
    await tracker.must('putBusinessCase', {
      params: request.params,
      body: records['business-case'],
      headers: create,
    });
    const { told } = await oneEventMore(tracker, chain, () => tracker.ask('recordOutcome', request));
    expect(told).toMatchObject({ status: 200, body: { facts: { outcomes: [{ outcome: 'approved' }] } } });
  });
});

describe('the same request sent ten times at the same moment', () => {
  it.each([
    ['moveStage', { body: { to: 'service-baseline' }, headers: { 'if-match': '"1"' } }],
    [
      'rateReview',
      {
        as: people.sro,
        body: { on: '2026-01-31', overall: { rating: 'green', words: 'Well' } },
        headers: { 'if-match': '"1"' },
      },
    ],
    ['putReview', { body: { ...review, title: 'Other' }, headers: { 'if-match': '"1"' } }],
    ['putRisk', { body: risk, headers: create }],
  ])('%s is told once and answered alike ten times', async (operationId, asked: Asked) => {
    const { params, chain } = await openReview(`ten-${operationId.toLowerCase()}`);
    const request = { ...asked, params: { ...params, entryId: 'late' }, headers: { ...asked.headers, ...key() } };
    const answers = await atOnce(10, () => tracker.ask(operationId, request));
    expect(answers.map(answerOf)).toEqual(answers.map(() => answerOf(answers[0] as Told)));
    expect(answers[0]?.status).toBeLessThan(300);
    const events = await eventsIn(tracker, chain);
    expect(events).toHaveLength(2);
    expectWholeChain(events);
  });

  it('putProgramme is told once and answered alike ten times', async () => {
    const request = {
      ...office,
      params: { programmeId: 'ten-times' },
      body: programme,
      headers: { ...create, ...key() },
    };
    const answers = await atOnce(10, () => tracker.ask('putProgramme', request));
    expect(answers.map(answerOf)).toEqual(answers.map(() => answerOf(answers[0] as Told)));
    expect(answers[0]?.status).toBe(201);
    expect(await eventsIn(tracker, chainOf('ten-times'))).toHaveLength(1);
  });
});

describe('many writers at once', () => {
  it('eight writers who change one market engagement by reading, changing and If-Match lose nothing of each other', async () => {
    const { params, chain } = await openReview('one-engagement');
    const engagement = { ...params, entryId: 'hall' };
    const { organisations: _, ...bare } = records['market-engagement'] as Record<string, unknown>;
    await tracker.must('putMarketEngagement', { params: engagement, body: bare, headers: create });
    const add = async (n: number): Promise<number> => {
      for (let tries = 1; tries <= 100; tries += 1) {
        const { body, headers } = await tracker.must('getMarketEngagement', { params: engagement });
        const told = await tracker.ask('putMarketEngagement', {
          params: engagement,
          body: {
            ...body.record,
            organisations: [...body.record.organisations, { id: `company-${n}`, name: `Company ${n}` }],
          },
          headers: { 'if-match': headers.etag ?? '' },
        });
        if (told.status === 200) return tries;
        expect([412, 503]).toContain(told.status);
      }
      throw new Error('a hundred tries were not enough');
    };
    await atOnce(8, add);
    const { body } = await tracker.must('getMarketEngagement', { params: engagement });
    expect(body.version).toBe(9);
    expect(body.record.organisations.map((one: { id: string }) => one.id).sort()).toEqual(
      Array.from({ length: 8 }, (__, n) => `company-${n}`),
    );
    const events = await eventsIn(tracker, chain);
    expect(events).toHaveLength(10);
    expectWholeChain(events);
    const counts = events.slice(1).map((event) => (event.after.record.organisations as unknown[]).length);
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('eight writers of different things of one review all succeed, on one chain without a gap', async () => {
    const { params, chain } = await openReview('many-things');
    const puts = [
      ['putRisk', risk],
      ['putSaving', records.saving],
      ['putMilestone', records.milestone],
      ['putIssue', records.issue],
      ['putDecision', records.decision],
      ['putOption', records.option],
      ['putBusinessCase', records['business-case']],
      ['putMarketEngagement', records['market-engagement']],
    ] as const;
    const answers = await Promise.all(
      puts.map(([operationId, body]) =>
        sendOn(operationId, { params: { ...params, entryId: 'the-first' }, body, headers: create }),
      ),
    );
    expect(answers.map((told) => told.status)).toEqual(puts.map(() => 201));
    const events = await eventsIn(tracker, chain);
    expect(events).toHaveLength(9);
    expectWholeChain(events);
    const { body } = await tracker.must('getReviewGate', { params });
    expect(body.stage).toBe('identified');
    for (const [operationId] of puts)
      expect(
        await tracker.ask(operationId.replace('put', 'get'), { params: { ...params, entryId: 'the-first' } }),
      ).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('of six of finance who validate one savings line at the same moment, one is taken: the others judged a version that has passed', async () => {
    const { params, chain } = await openReview('validated');
    const line = { ...params, entryId: 'buildings' };
    await tracker.must('putSaving', { params: line, body: records.saving, headers: create });
    const answers = await atOnce(6, (n) =>
      sendOn('validateSaving', {
        as: { roles: ['finance'], subject: `finance-${n}` },
        params: line,
        body: { year: '2026/27', pounds: 100_000 + n, on: '2026-02-01' },
        headers: { 'if-match': '"1"' },
      }),
    );
    expect(answers.map((told) => told.status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const taken = answers.find((told) => told.status === 200);
    const { body } = await tracker.must('getSaving', { params: line });
    expect(body).toEqual(taken?.body);
    expect(body.facts.validations).toHaveLength(1);
    const events = await eventsIn(tracker, chain);
    expect(events).toHaveLength(3);
    expectWholeChain(events);
  });

  it('writers of different reviews are never in each other’s way', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, (_, n) => openReview(`side-by-side-${n}`)));
    const answers = await Promise.all(
      opened.map(({ params }) =>
        tracker.ask('putRisk', { params: { ...params, entryId: 'late' }, body: risk, headers: create }),
      ),
    );
    expect(answers.map((told) => told.status)).toEqual(opened.map(() => 201));
    for (const { chain } of opened) {
      const events = await eventsIn(tracker, chain);
      expect(events).toHaveLength(2);
      expectWholeChain(events);
    }
  });

  it('of two who open the same review at the same moment one opens it and the other is told so', async () => {
    const params = { programmeId: 'tomorrow', reviewId: 'opened-twice' };
    const answers = await atOnce(2, (n) =>
      tracker.ask('putReview', { params, body: { ...review, title: `By ${n}` }, headers: create }),
    );
    expect(answers.map((told) => told.status).sort()).toEqual([201, 412]);
    expect(await eventsIn(tracker, chainOf('tomorrow', 'opened-twice'))).toHaveLength(1);
  });

  it('of two who move a review at the same moment one moves it and the other is told so', async () => {
    const { params, chain } = await openReview('moved-twice');
    const answers = await atOnce(2, () =>
      tracker.ask('moveStage', { params, body: { to: 'service-baseline' }, headers: { 'if-match': '"1"' } }),
    );
    expect(answers.map((told) => told.status).sort()).toEqual([200, 412]);
    expect(await eventsIn(tracker, chain)).toHaveLength(2);
  });
});
