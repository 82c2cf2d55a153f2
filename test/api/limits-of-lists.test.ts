// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesHandedOn, engagementOf, mostHandedOn, repeatedText, textOfChance } from '../support/large-records.ts';
import { from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { programme, review } from '../support/records.ts';
import { type Asked, people, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * At each limit of the platform (an item of 400 KB, 100 items and 4 MB a transaction, a query page of 1 MB, an answer of
 * 6 MB, a request of 10 MB): one under is taken, at it there is one whole problem and nothing is stored, or the page ends
 * and its cursor leads on.
 */

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startWithProgramme();
});
afterAll(() => tracker.stop());

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
    await openReview(tracker, 'large-entries');
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
