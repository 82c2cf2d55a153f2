import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingStored } from '../support/chain.ts';
import { engagementOf, repeatedText, textOfChance } from '../support/large-records.ts';
import { create, from, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { expectProblem } from '../support/problem.ts';
import { records, risk } from '../support/records.ts';
import { people, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * At each limit of the platform (an item of 400 KB, 100 items and 4 MB a transaction, a query page of 1 MB, an answer of
 * 6 MB, a request of 10 MB): one under is taken, at it there is one whole problem and nothing is stored, or the page ends
 * and its cursor leads on.
 */

let tracker: TestTracker;

const digestOfStored = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const { body, ...item } of await everythingStored(tracker))
    hash.update(JSON.stringify(Object.entries(item).sort())).update(body?.B ?? body?.S ?? '');
  return hash.digest('hex');
};

/** Sends what must be refused by one whole problem and store nothing; the table is too large here to be compared item by item. */
const problem = async (send: () => Promise<Told>): Promise<Told> => {
  const before = await digestOfStored();
  const told = await send();
  expectProblem(told);
  expect(await digestOfStored()).toBe(before);
  return told;
};

beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
});
afterAll(() => tracker.stop());

describe('a request', () => {
  const padded = (bytes: number): string => {
    const json = JSON.stringify(risk);
    return `${json}${' '.repeat(bytes - Buffer.byteLength(json))}`;
  };
  const send = (entryId: string, bytes: number) =>
    tracker.ask('putRisk', { params: of('property', entryId), rawBody: padded(bytes), headers: create });

  it('of 256 KB is read', async () => {
    expect((await send('just-read', 256 * 1024)).status).toBe(201);
  });

  it.each([
    ['a byte more', 256 * 1024 + 1],
    ['all that the gateway lets through, a byte less than 10 MB', 10 * 1024 * 1024 - 1],
  ])('of %s is refused before it is read', async (_, bytes) => {
    const told = await problem(() => send('never-read', bytes));
    expect(told.body).toMatchObject({ code: 'request.too-large', facts: { bytes, most: 256 * 1024 } });
  });
});

describe('a record', () => {
  const most = 200 * 1024;
  const send = (entryId: string, body: unknown) =>
    tracker.ask('putMarketEngagement', { params: of('property', entryId), body, headers: create });

  it('of 200 KB to the byte is kept and read again, and of a byte more is refused', async () => {
    const nearly = engagementOf(most - 2_000, textOfChance);
    // The first is refused and says how large it is with all its defaults.
    const tooLarge = await problem(() => send('largest', { ...nearly, purpose: repeatedText(4_000) }));
    expect(tooLarge.body).toMatchObject({ status: 413, code: 'record.too-large' });
    const purpose = (over: number) => ({
      ...nearly,
      purpose: repeatedText(4_000 - (tooLarge.body.facts.bytes - most) + over),
    });
    const byteMore = await problem(() => send('largest', purpose(1)));
    expect(byteMore.body).toMatchObject({ code: 'record.too-large', facts: { bytes: most + 1 } });
    const kept = await send('largest', purpose(0));
    expect({ status: kept.status, text: kept.text.slice(0, 100) }).toMatchObject({ status: 201 });
    const read = await tracker.must('getMarketEngagement', { params: of('property', 'largest') });
    expect(read.body.record).toEqual(kept.body.record);
  });
});

describe('what acts make of a record', () => {
  it('grows until it is refused, and nothing of what was told before is lost', {
    timeout: 120_000,
    tags: ['long'],
  }, async () => {
    await openReview(tracker, 'many-outcomes');
    const params = of('many-outcomes', 'case');
    await tracker.must('putBusinessCase', { params, body: records['business-case'], headers: from('2026-01-02') });
    const outcome = (n: number) => ({
      outcome: 'approved-with-conditions',
      body: textOfChance(200, n),
      on: '2026-01-20',
      reason: textOfChance(4_000, n + 50),
      conditions: Array.from({ length: 50 }, (_, m) => ({
        id: `condition-${n}-${m}`,
        text: textOfChance(500, n * 100 + m),
        owner: textOfChance(150, n * 100 + m + 7_777),
        dueOn: '2026-06-30',
      })),
    });
    const record = (n: number): Promise<Told> =>
      tracker.ask('recordOutcome', { as: people.sro, params, body: outcome(n) });
    let told = await record(0);
    let recorded = 0;
    while (told.status < 300 && recorded < 40) {
      recorded += 1;
      told = await record(recorded);
    }
    expect(recorded).toBeGreaterThan(3);
    const refused = await problem(() => record(recorded));
    expect(refused.body).toMatchObject({ status: 413, code: 'record.too-large' });
    const read = await tracker.must('getBusinessCase', { params });
    expect(read.body.facts.outcomes).toHaveLength(recorded);
  });
});

describe('a review', () => {
  const largeRisk = (n: number) => ({
    ...risk,
    title: textOfChance(200, n),
    owner: textOfChance(150, n + 999),
    actions: Array.from({ length: 30 }, (_, m) => ({
      id: `action-${m}`,
      what: textOfChance(500, n * 31 + m),
      owner: 'Estates',
      dueOn: '2026-12-01',
    })),
  });

  it('takes entries of a register until that is full, says so, takes more of any other, and more of it once some are struck out', {
    timeout: 60_000,
    tags: ['long'],
  }, async () => {
    await openReview(tracker, 'many-risks');
    const put = (n: number, day = '2026-01-10') =>
      tracker.ask('putRisk', { params: of('many-risks', `risk-${n}`), body: largeRisk(n), headers: from(day) });
    let count = 0;
    let told = await put(0);
    while (told.status < 300 && count < 60) {
      count += 1;
      told = await put(count);
    }
    expect(count).toBeGreaterThan(20);
    const refused = await problem(() => put(count));
    expect(refused.body).toMatchObject({ status: 413, code: 'review.too-large' });
    expect(refused.body.detail).toMatch(/struck out/);
    const later = await tracker.ask('putMilestone', {
      params: of('many-risks', 'later'),
      body: records.milestone,
      headers: from('2026-02-10'),
    });
    expect({ status: later.status, text: later.text.slice(0, 300) }).toMatchObject({ status: 201 });
    for (const n of [0, 1, 2])
      await tracker.must('strikeOutRisk', {
        params: of('many-risks', `risk-${n}`),
        body: { reason: 'No longer a risk' },
        headers: { 'if-match': '"1"' },
      });
    expect((await put(count, '2026-02-11')).status).toBe(201);
  });
});
