// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { edited } from '../support/edited-workbook.ts';
import type { PageWalker } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { records } from '../support/records.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create, recordFutures } from './pages-tracker.ts';

/*
 * All registers of a programme go out as one workbook, are filled in, and come back: by the pages and the API as deployed (docs/meaning.md WRITE-34, WRITE-36,
 * WRITE-37).
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });
let pages: PagesForWalkers;
let team: Client;
let tara: PageWalker;
const url = '/programmes/{programmeId}/reviews/{reviewId}';
const of = '/pages/programmes/futures/_workbook';

const kinds = { risks: 'risk', milestones: 'milestone', savings: 'saving' } as const;
const put = (register: keyof typeof kinds, reviewId: string, entryId: string, title: string) =>
  answered(
    team.PUT(`${url}/${register}/{entryId}` as '/programmes/{programmeId}/reviews/{reviewId}/risks/{entryId}', {
      params: { path: { programmeId: 'futures', reviewId, entryId }, header: create },
      body: { ...Object(records[kinds[register]]), title } as never,
    }),
  );
const risksOf = async (reviewId: string) => {
  const params = { path: { programmeId: 'futures', reviewId } };
  const { items } = await answered(team.GET(`${url}/risks`, { params }));
  return items.map(({ id, version, record }) => [id, version, (record as { owner?: string }).owner]);
};

beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  await recordFutures(await pages.client('programme-office', 'olive-office'), team);
  await answered(
    team.PUT(url, {
      params: { path: { programmeId: 'futures', reviewId: 'property' }, header: create },
      body: { title: 'Property', services: ['Property'], sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
    }),
  );
  tara = await pages.walker('transformation-team', 'Tara Team');
  await put('risks', 'home-care', 'staff', 'Staff leave');
  await put('risks', 'property', 'lease', 'The lease runs on');
  await put('milestones', 'property', 'survey', 'The survey is done');
  await put('savings', 'property', 'rent', 'No rent');
});
afterAll(() => pages?.stop());

it('It is changed in two reviews, added to in a third place, and recorded once; brought again, all of it is recorded', async () => {
  const programme = await tara.open('/pages/programmes/futures');
  const page = await tara.follow(programme, 'All reviews as one workbook, out and back');
  expect(page.text).toContain('4 rows');
  const bytes = await tara.download(`${of}/file`);
  const read = readFile(bytes, 'futures.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  const at = read.sheets.findIndex(({ name }) => name === 'Risks');
  const rows = read.sheets[at]?.rows.map(({ cells }) => cells[0]) ?? [];
  const rowOf = (id: string): number => rows.indexOf(id);
  const said = (head: string) => {
    const [heads, ...each] = read.sheets[at]?.rows ?? [];
    return each.map(({ cells }) => cells[heads?.cells.indexOf(head) ?? -1]);
  };
  expect([said('Current score'), said('Band'), said('Next review due')]).toEqual([
    [12, 12],
    ['Medium', 'Medium'],
    [{ day: '2026-03-02' }, { day: '2026-03-02' }],
  ]);
  const filled = edited(
    bytes,
    [
      [rowOf('home-care/staff'), 'Owner', 'HR'],
      [rowOf('property/lease'), 'Owner', 'Estates'],
      [rowOf('property/lease'), 'Threatens saving', 'No rent'],
      [rowOf('property/lease'), 'Band', 'Low'],
      [3, 'Review', 'Home care'],
      [3, 'Title', 'Rotas are empty'],
      ...(['Cause', 'Event', 'Consequence'] as const).map((head) => [3, head, 'As it is'] as const),
      ...(['Inherent', 'Current', 'Target'] as const).flatMap((of) =>
        (['Likelihood', 'Impact'] as const).map((part) => [3, `${of} score: ${part}`, 2] as const),
      ),
    ],
    undefined,
    at,
  );
  const checked = await tara.sendFile(page, { name: 'filled-in.xlsx', bytes: filled });
  expect(checked.title).toMatch(/^Check what the workbook changes/);
  expect(checked.text).toContain('Record 3 rows');
  expect(checked.text).toContain('Threatens saving: nothing becomes No rent');
  expect(checked.text).toContain(
    'One cell was changed that the tracker works out: it is not read (“Band” of the sheet “Risks”).',
  );
  expect((await risksOf('property'))[0]).toEqual([
    'lease',
    1,
    records.risk && (records.risk as { owner?: string }).owner,
  ]);
  const done = await tara.send(checked, { _from: 'now' });
  expect(done.title).toMatch(/^3 rows recorded/);
  expect(await risksOf('home-care')).toEqual(
    expect.arrayContaining([
      ['staff', 2, 'HR'],
      ['rotas-are-empty', 1, undefined],
    ]),
  );
  expect(await risksOf('property')).toEqual([['lease', 2, 'Estates']]);
  const params = { path: { programmeId: 'futures', reviewId: 'property', entryId: 'lease' } };
  expect((await answered(team.GET(`${url}/risks/{entryId}`, { params }))).record).toMatchObject({
    threatensSaving: 'rent',
  });
  // The same form once more, as by the back button, is done once.
  expect((await tara.send(checked, { _from: 'now' })).title).toMatch(/^3 rows recorded/);
  const again = await tara.sendFile(page, { name: 'filled-in.xlsx', bytes: filled });
  expect(again.text).toContain('Nothing in it is different from what is recorded.');
  expect(await risksOf('property')).toEqual([['lease', 2, 'Estates']]);
});

it('A board is offered no workbook of it, and what it brings is refused', async () => {
  const board = await pages.walker('board', 'Bo Board');
  expect((await board.open('/pages/programmes/futures')).markup).not.toContain('_workbook');
  const page = await board.open(of);
  expect(page.text).toContain('You keep none of its registers up to date');
  expect(page.forms.filter(({ method }) => method === 'POST')).toEqual([]);
});
