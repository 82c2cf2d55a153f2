import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { problem } from '../support/problem.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const atOnce = 4;
const place = { month: '2026-01', programmeId: 'tomorrow', reviewId: 'property' };
const create = { 'if-none-match': '*' };
const person = (subject: string) => ({ roles: ['transformation-team', 'programme-office'], subject }) as const;

beforeAll(async () => {
  process.env.REQUESTS_PER_SECOND = '0.01';
  process.env.REQUESTS_AT_ONCE = `${atOnce}`;
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: place, body: programme, headers: create });
});
afterAll(() => tracker.stop());

/** Asks until nothing is left. */
const useUp = async (as: ReturnType<typeof person>, operation: string): Promise<void> => {
  for (let n = 0; n < atOnce; n += 1)
    expect((await tracker.ask(operation, { as, params: place })).status).not.toBe(429);
};

describe('whoever asks too fast', () => {
  it.each([
    ['commands', 'putReview'],
    ['queries', 'listReviews'],
    ['board', 'getReportLines'],
  ])('is answered by %s (%s) how many seconds to wait, and nothing is done', async (host, operation) => {
    const as = person(`busy-at-${host}`);
    await useUp(as, operation);
    const told = await problem(tracker, () =>
      tracker.ask(operation, {
        as,
        params: place,
        body: operation === 'putReview' ? review : undefined,
        headers: create,
      }),
    );
    expect(told).toMatchObject({
      status: 429,
      body: { code: 'rate.exceeded' },
      headers: { 'cache-control': 'no-store' },
    });
    expect(Number(told.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(Number(told.headers['retry-after'])).toBeLessThanOrEqual(100);
  });

  it('is refused before what they sent is read', async () => {
    const as = person('shouting');
    await useUp(as, 'putReview');
    const told = await tracker.ask('putReview', { as, params: place, rawBody: '{"half', headers: create });
    expect(told.status).toBe(429);
  });

  it('keeps nobody else waiting: neither a colleague nor a namesake in another organisation', async () => {
    const as = person('eager');
    await useUp(as, 'listReviews');
    expect((await tracker.ask('listReviews', { as, params: place })).status).toBe(429);
    expect((await tracker.ask('listReviews', { as: person('patient'), params: place })).status).toBe(200);
    const namesake = { ...as, organisation: 'elsewhere' };
    expect((await tracker.ask('listReviews', { as: namesake, params: place })).status).toBe(404);
  });

  it('is answered once they have waited as long as they were told, by the same key as before', async () => {
    const as = person('waiting');
    await useUp(as, 'putReview');
    const asked = { as, params: place, body: review, headers: { ...create, 'idempotency-key': 'one' } };
    const refused = await tracker.ask('putReview', asked);
    expect(refused.status).toBe(429);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + Number(refused.headers['retry-after']) * 1_000 });
    const told = await tracker.ask('putReview', asked);
    vi.useRealTimers();
    expect(told.status).toBe(201);
  });
});

it('a role that may not is counted too, and the document that anyone may read is not', async () => {
  const as = { roles: ['board'], subject: 'knocking' } as const;
  const statuses = [];
  for (let n = 0; n <= atOnce; n += 1) statuses.push((await tracker.ask('putReview', { as, params: place })).status);
  expect(statuses).toEqual([...Array.from({ length: atOnce }, () => 403), 429]);
  for (let n = 0; n <= atOnce; n += 1) expect((await tracker.ask('getOpenApi', { as: null })).status).toBe(200);
});
