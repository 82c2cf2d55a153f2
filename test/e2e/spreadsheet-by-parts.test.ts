// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { riskLogFile, risksOf } from '../../examples/council-tables.ts';
import type { PageWalker, Walked } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create, recordFutures } from './pages-tracker.ts';

/*
 * A large spreadsheet is recorded by parts, without script: docs/meaning.md WRITE-30. With SPREADSHEET_ROWS=5000 it says how long that many rows take.
 */

const count = Number(process.env.SPREADSHEET_ROWS ?? 130);
const ofReview = 80;
/** As a programme of 5,000 rows has 63 reviews. */
const reviews = Array.from({ length: Math.ceil(count / ofReview) }, (_, n) =>
  n === 0 ? { id: 'home-care', title: 'Home care' } : { id: `service-${n}`, title: `Service ${n}` },
);
vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });
let pages: PagesForWalkers;
let team: Client;
let tara: PageWalker;
let bytes: Uint8Array;
beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  await recordFutures(await pages.client('programme-office', 'olive-office'), team);
  for (const { id: reviewId, title } of reviews.slice(1))
    await answered(
      team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
        params: { path: { programmeId: 'futures', reviewId }, header: create },
        body: { title, services: [title], sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
      }),
    );
  const rows = reviews.flatMap(({ title }, n) =>
    risksOf(title, n * ofReview + 1, Math.min(ofReview, count - n * ofReview)),
  );
  bytes = await riskLogFile(rows.map((row) => row.map((cell) => (cell === 'Cat A' ? 'Live' : cell))));
  tara = await pages.walker('transformation-team', 'Tara Team');
});
afterAll(() => pages?.stop());

/** The page with one of its forms alone. */
const withForm = (page: Walked, name: string, value?: string): Walked => ({
  ...page,
  forms: page.forms.filter(({ values }) => (value === undefined ? name in values : values[name] === value)),
});

const broughtIn = async (bytes: Uint8Array, what: string): Promise<Walked> => {
  const first = withForm(await tara.open('/pages/programmes/futures/from-a-spreadsheet'), 'step', 'file');
  const [form] = first.forms;
  if (form === undefined) throw new Error('no form for a file');
  return tara.sendFile(
    { ...first, forms: [{ ...form, values: { ...form.values, what } }] },
    { name: 'log.xlsx', bytes },
  );
};

/** What a busy service answered is sent once more, as people do: a large file takes long on a machine that does much besides. */
const answeredPage = async (first: Promise<Walked>): Promise<Walked> => {
  let page = await first;
  for (let n = 0; n < 5 && page.title.startsWith('The service is not available'); n += 1) page = await tara.send(page);
  return page;
};

it('Each row is recorded once, part after part, and the same file brought again finds all of it recorded', async () => {
  const columns = await answeredPage(broughtIn(bytes, 'new:risks'));
  expect(columns.title).toMatch(/^Which column is which/);
  const words = await tara.send(withForm(columns, 'step', 'columns'), {
    'always/target.2.toBeConfirmed': 'The log has no targets',
  });
  const checked = await answeredPage(tara.send(withForm(words, 'step', 'words')));
  expect(checked.text).toContain(`Record ${count.toLocaleString('en-GB')} rows`);
  const began = performance.now();
  let page = await answeredPage(tara.send(withForm(checked, 'step', 'record')));
  let requests = 1;
  while (page.title.startsWith('Recording the rows')) {
    page = await answeredPage(tara.send(withForm(page, '_packed/waiting')));
    requests += 1;
  }
  if (process.env.SPREADSHEET_ROWS !== undefined)
    console.log(`${count} rows: ${((performance.now() - began) / 1_000).toFixed(1)} s, ${requests} requests`);
  expect(page.text).not.toContain('Stopped');
  expect(page.title).toMatch(new RegExp(`^${count.toLocaleString('en-GB')} rows recorded`));
  const again = await answeredPage(broughtIn(bytes, 'kept:corporate-risk-log'));
  expect(again.text).toContain('Nothing in it is different from what is recorded.');
  const recorded = await Promise.all(
    reviews.map(async ({ id: reviewId }) => {
      const path = { programmeId: 'futures', reviewId };
      const query = { limit: '200' } as never;
      return (
        await answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}/risks', { params: { path, query } }))
      ).items;
    }),
  );
  expect(recorded.flat().map(({ version }) => version)).toEqual(Array.from({ length: count }, () => 1));
});
