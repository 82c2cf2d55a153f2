// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addMonths, monthOf } from '#language/time.ts';
import type { PageWalker } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { review } from '../support/records.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create } from './pages-tracker.ts';

/* What the pages keep of a published report is shown to nobody who may not read it, and not once it was revised. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
let pages: PagesForWalkers;
let client: Client;
let [office, board]: PageWalker[] = [];
const month = addMonths(monthOf(new Date().toISOString()), -1);
const path = { programmeId: 'parks' };
const here = `/pages/programmes/parks/reports/${month}`;
const since = { ...create, 'Effective-At': `${month}-02` };

const putReview = (reviewId: string, over: object) =>
  answered(
    client.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: { ...path, reviewId }, header: since },
      body: { ...review, ...over } as never,
    }),
  );
const isPublished = (revision: number) =>
  pages.until(async () => {
    const { data } = await client.GET('/programmes/{programmeId}/reports', { params: { path } });
    return data?.items.some((one) => one.revision === revision) === true;
  });

beforeAll(async () => {
  pages = await startPagesForWalkers();
  client = await pages.client('programme-office', 'olive-office');
  await answered(
    client.PUT('/programmes/{programmeId}', {
      params: { path, header: { ...create, 'Effective-At': `${month}-01` } },
      body: {
        ...{ name: 'Parks', council: 'Marlshire', reporting: { firstMonth: month } },
        directorates: [{ id: 'places', name: 'Places' }],
        portfolios: [{ id: 'customer', name: 'Customer' }],
      } as never,
    }),
  );
  await putReview('open', { title: 'Open Meadow' });
  await putReview('wood', { title: 'Quiet Wood', exempt: { fields: ['title'], ground: 3, until: '2150-01-01' } });
  await answered(
    client.POST('/programmes/{programmeId}/reports', {
      params: { path, header: { 'Idempotency-Key': 'first' } },
      body: { month, early: true, reason: 'Tried' } as never,
    }),
  );
  await isPublished(1);
  office = await pages.walker('programme-office', 'Olive Office');
  board = await pages.walker('board', 'Bea Board');
});
afterAll(() => pages?.stop());

it('Whoever may read less is shown less, whatever somebody else read before at the same address', async () => {
  for (let n = 0; n < 2; n += 1) {
    expect((await office?.open(here))?.text).toContain('Quiet Wood');
    const shown = await board?.open(here);
    expect(shown?.text).toContain('Open Meadow');
    expect(shown?.markup).not.toContain('Quiet');
    const open = await office?.open(`${here}?view=public`);
    expect(open?.text).toContain('Open Meadow');
    expect(open?.markup).not.toContain('Quiet Wood');
  }
});

it('Once it is revised, everybody is shown the revision', async () => {
  expect((await board?.open(here))?.text).not.toContain('Late Lake');
  await putReview('lake', { title: 'Late Lake' });
  await answered(
    client.POST('/programmes/{programmeId}/reports/{month}/revisions', {
      params: { path: { ...path, month }, header: { 'Idempotency-Key': 'second' } },
      body: { reason: 'A review came late' },
    }),
  );
  await isPublished(2);
  for (const walker of [board, office]) expect((await walker?.open(here))?.text).toContain('Late Lake');
});
