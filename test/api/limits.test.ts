import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingStored } from '../support/chain.ts';
import { bytesHandedOn, engagementOf, mostHandedOn, repeatedText, textOfChance } from '../support/large-records.ts';
import { expectProblem } from '../support/problem.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { type Asked, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * At each limit of the platform (an item of 400 KB, 100 items and 4 MB a transaction, a query page of 1 MB, an answer of
 * 6 MB, a request of 10 MB): one under is taken, at it there is one whole problem and nothing is stored, or the page ends
 * and its cursor leads on.
 */

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const from = (day: string) => ({ ...create, 'effective-at': day });
const tomorrow = { programmeId: 'tomorrow' };
const of = (reviewId: string, entryId = 'first') => ({ ...tomorrow, reviewId, entryId });
const openReview = (reviewId: string, over: object = {}) =>
  tracker.must('putReview', { params: of(reviewId), body: { ...review, ...over }, headers: from('2025-12-02') });

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
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: programme,
    headers: from('2025-12-01'),
  });
  await openReview('property');
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
  it('grows until it is refused, and nothing of what was told before is lost', { timeout: 120_000 }, async () => {
    await openReview('many-outcomes');
    const params = of('many-outcomes', 'case');
    await tracker.must('putBusinessCase', { params, body: records['business-case'], headers: from('2026-01-02') });
    const outcome = (n: number) => ({
      outcome: 'approved-with-conditions',
      body: textOfChance(200, n),
      on: '2026-01-20',
      reason: textOfChance(4_000, n + 50),
      conditions: Array.from({ length: 50 }, (_, m) => ({
        id: `condition-${m}`,
        text: textOfChance(500, n * 100 + m),
        owner: textOfChance(150, n * 100 + m + 7_777),
        dueOn: '2026-06-30',
      })),
    });
    const record = async (n: number): Promise<Told> => {
      const { headers } = await tracker.must('getReview', { params });
      return tracker.ask('recordOutcome', {
        as: people.sro,
        params,
        body: outcome(n),
        headers: { 'if-match': headers.etag ?? '' },
      });
    };
    let told = await record(0);
    let recorded = 0;
    while (told.status < 300 && recorded < 40) {
      recorded += 1;
      told = await record(recorded);
    }
    expect(recorded).toBeGreaterThan(5);
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
  }, async () => {
    await openReview('many-risks');
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

/** Every page of a list, none larger than is handed on. */
const pagesOf = async (operation: string, asked: Asked & { readonly params: object }, first = 'limit=200') => {
  const pages: Told[] = [];
  for (let query = first; ; ) {
    const told = await tracker.ask(operation, { ...asked, params: { ...asked.params }, query });
    expect({ status: told.status, text: told.status === 200 ? '' : told.text }).toEqual({ status: 200, text: '' });
    expect(bytesHandedOn(told)).toBeLessThanOrEqual(mostHandedOn);
    pages.push(told);
    const next = told.body?.next ?? /[?&]cursor=([^&>]+)/.exec(told.headers.link ?? '')?.[1];
    if (next === null || next === undefined) return pages;
    query = `${first.replace(/&?cursor=.*/, '')}&cursor=${next}`.replace(/^&/, '');
  }
};
const itemsOf = (pages: readonly Told[]) => pages.flatMap(({ body }) => body.items);

describe('a list of entries that are larger than the store reads at once, or than one answer may be', () => {
  const count = 40;
  const ids = Array.from({ length: count }, (_, n) => `engagement-${String(n).padStart(2, '0')}`);

  beforeAll(async () => {
    await openReview('large-entries');
    for (const [n, id] of ids.entries())
      await tracker.must('putMarketEngagement', {
        params: of('large-entries', id),
        // Each fourth can hardly be packed, so that the store's own pages end too.
        body: engagementOf(190_000, n % 4 === 0 ? textOfChance : repeatedText),
        headers: from('2026-01-20'),
      });
  }, 120_000);

  it.each([
    ['as it stands today', 'limit=200'],
    ['as at an instant', 'limit=200&asAt=2026-01-31'],
  ])('comes in pages that are handed on, each entry once, %s', async (_, query) => {
    const pages = await pagesOf('listMarketEngagements', { params: of('large-entries') }, query);
    expect(pages.length).toBeGreaterThan(1);
    expect(itemsOf(pages).map(({ id }) => id)).toEqual(ids);
  });

  it('its history, with each field before and after, comes in such pages too', async () => {
    const pages = await pagesOf('getReviewHistory', { params: of('large-entries') });
    expect(pages.length).toBeGreaterThan(1);
    expect(itemsOf(pages).map(({ sequence }) => sequence)).toEqual(Array.from({ length: count + 1 }, (_, n) => n + 1));
  });

  it('its export comes in such pages too, each event once', async () => {
    const pages = await pagesOf('exportProgramme', { as: people.assurance, params: tomorrow }, '');
    expect(pages.length).toBeGreaterThan(1);
    const chains = pages
      .flatMap(({ text }) => text.trimEnd().split('\n'))
      .map((line) => JSON.parse(line))
      .flatMap(({ event }) => (event?.chain === 'tomorrow/large-entries' ? [event.sequence] : []));
    expect(chains).toEqual(Array.from({ length: count + 1 }, (_, n) => n + 1));
  });
});

describe('a programme of reviews with as many services as a review may name', () => {
  const reviews = Array.from({ length: 104 }, (_, n) => `with-services-${String(n).padStart(3, '0')}`);
  const large = { programmeId: 'large' };
  /** Three bytes a letter; or of chance, so that not even a hundred lines pack into one item. */
  const serviceName = (n: number, m: number): string =>
    n % 4 === 0 ? `${textOfChance(190, n * 100 + m)}${n}-${m}` : `${'漢'.repeat(190)}${n}-${m}`;

  beforeAll(async () => {
    await tracker.must('putProgramme', {
      as: people.office,
      params: large,
      body: programme,
      headers: from('2025-12-01'),
    });
    for (const [n, reviewId] of reviews.entries())
      await tracker.must('putReview', {
        params: { ...large, reviewId },
        body: { ...review, services: Array.from({ length: 100 }, (_, m) => serviceName(n, m)) },
        headers: from('2025-12-02'),
      });
    await tracker.must('runReport', { as: people.office, params: large, body: { month: '2026-01' } });
    await tracker.settled();
  }, 120_000);

  it('is listed in pages that are handed on, each review once', async () => {
    const pages = await pagesOf('listReviews', { params: large });
    expect(pages.length).toBeGreaterThan(1);
    expect(itemsOf(pages).map(({ id }) => id)).toEqual(reviews);
  });

  it('is reported, and each format of its report is handed on', async () => {
    expect(tracker.failures).toEqual([]);
    for (const accept of ['application/json', 'text/html', 'text/csv']) {
      const told = await tracker.ask('getReport', {
        as: people.board,
        params: { ...large, month: '2026-01' },
        headers: { accept },
      });
      expect({ accept, status: told.status }).toEqual({ accept, status: 200 });
      expect(bytesHandedOn(told)).toBeLessThanOrEqual(mostHandedOn);
    }
  });

  it.each(['application/json', 'text/csv'])(
    'its lines come in pages that are handed on, each once, as %s',
    async (accept) => {
      const pages = await pagesOf(
        'getReportLines',
        { as: people.board, params: { ...large, month: '2026-01' }, headers: { accept } },
        '',
      );
      expect(pages.length).toBeGreaterThan(1);
      const lines =
        accept === 'text/csv'
          ? pages.flatMap(({ text }) => [...text.matchAll(/^(with-services-\d{3}),/gm)].map(([, id]) => id))
          : pages.flatMap(({ body }) => body.lines.map((line: { review: string }) => line.review));
      expect(lines).toEqual(reviews);
    },
  );

  it('its CSV says how many reviews had no room in it, and where they go on', async () => {
    const told = await tracker.must('getReport', {
      as: people.board,
      params: { ...large, month: '2026-01' },
      headers: { accept: 'text/csv' },
    });
    const row = /^large,2026-01,1,Reviews,.*,"?Further reviews, not in this file"?,reviews,(\d+),/m.exec(told.text);
    const address = /<([^>]+)>; rel="next"/.exec(told.headers.link ?? '')?.[1] ?? '';
    expect(row?.[0]).toBeDefined();
    expect(told.text).toContain(`They go on at ${address}`);
    const pages = await pagesOf(
      'getReportLines',
      { as: people.board, params: { ...large, month: '2026-01' } },
      address.split('?')[1],
    );
    const rest = pages.flatMap(({ body }) => body.lines.map((line: { review: string }) => line.review));
    expect(rest).toEqual(reviews.slice(-Number(row?.[1])));
    expect(rest.length).toBeLessThan(reviews.length);
  });

  it('its export comes in pages that are handed on, its report with every line', async () => {
    const pages = await pagesOf('exportProgramme', { as: people.assurance, params: large }, '');
    const recorded = pages.flatMap(({ text }) => text.trimEnd().split('\n')).map((line) => JSON.parse(line));
    const lines = recorded.flatMap((one) => (one.kind === 'report-lines' ? one.lines : []));
    expect(lines.map(({ review: id }) => id)).toEqual(reviews);
    expect(recorded.filter(({ kind }) => kind === 'report')).toHaveLength(1);
  });
});
