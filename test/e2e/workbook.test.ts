// @module-tag long
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { edited, type Typed } from '../support/edited-workbook.ts';
import type { PageWalker } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { records } from '../support/records.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create, recordFutures } from './pages-tracker.ts';

/*
 * A register goes out as a workbook, is filled in, and comes back: by the pages and the API as deployed.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });
let pages: PagesForWalkers;
let team: Client;
let tara: PageWalker;
const path = { programmeId: 'futures', reviewId: 'home-care' };
const risks = '/pages/programmes/futures/reviews/home-care/risks';
const riskUrl = '/programmes/{programmeId}/reviews/{reviewId}/risks/{entryId}';
const savings = '/pages/programmes/futures/reviews/home-care/savings';
const savingUrl = '/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}';

const putRisk = (entryId: string, title: string, version?: string) =>
  answered(
    team.PUT(riskUrl, {
      params: { path: { ...path, entryId }, header: version === undefined ? create : { 'If-Match': version } },
      body: { ...Object(records.risk), title } as never,
    }),
  );
const Risk = z.object({ record: z.record(z.string(), z.unknown()), version: z.int() });
const riskNow = async (entryId: string) =>
  Risk.parse(await answered(team.GET(riskUrl, { params: { path: { ...path, entryId } } })));

beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  await recordFutures(await pages.client('programme-office', 'olive-office'), team);
  tara = await pages.walker('transformation-team', 'Tara Team');
  await putRisk('lease', 'The lease runs on');
  await putRisk('staff', 'Staff leave');
  for (const entryId of ['halls', 'depots'])
    await answered(
      team.PUT(savingUrl, {
        params: { path: { ...path, entryId }, header: create },
        body: { ...Object(records.saving), title: `Fewer ${entryId}` } as never,
      }),
    );
});
afterAll(() => pages?.stop());

/** Brings a workbook back in which this was typed. */
const broughtBack = async (of: string, typed: readonly Typed[], also?: (xml: string) => string, who = tara) => {
  const bytes = edited(await tara.download(`${of}/_workbook/file`), typed, also);
  return who.sendFile(await who.open(`${of}/_workbook`), { name: 'filled-in.xlsx', bytes });
};

it('Cells that were changed and rows that were added are shown first, and recorded once', async () => {
  const checked = await broughtBack(risks, [
    [1, 'Owner', 'Estates'],
    [1, 'Current score: Likelihood', 2],
    [3, 'Title', 'The roof leaks'],
    [3, 'Cause', 'Old felt'],
    [3, 'Event', 'Rain comes in'],
    [3, 'Consequence', 'The hall is closed'],
    [3, 'Inherent score: Likelihood', 3],
    [3, 'Inherent score: Impact', 3],
    [3, 'Current score: Likelihood', '3'],
    [3, 'Current score: Impact', 2],
    [3, 'Target score: Likelihood', 1],
    [3, 'Target score: Impact', 2],
  ]);
  expect(checked).toMatchObject({ status: 200, title: expect.stringMatching(/^Check what the workbook changes/) });
  expect(checked.text).toContain('1 new risk: The roof leaks');
  expect(checked.text).toMatch(/The lease runs on.*Owner.*Estates/);
  expect((await riskNow('lease')).record).not.toHaveProperty('owner', 'Estates');
  const done = await tara.send(checked);
  expect(done.markup).toContain('2 risks were recorded from filled-in.xlsx.');
  expect(await riskNow('lease')).toMatchObject({
    version: 2,
    record: { owner: 'Estates', current: { likelihood: 2 } },
  });
  expect(await riskNow('the-roof-leaks')).toMatchObject({
    version: 1,
    record: { title: 'The roof leaks', inherent: { likelihood: 3, impact: 3 }, target: { likelihood: 1, impact: 2 } },
  });
  const again = await tara.send(checked);
  expect(again).toMatchObject({ status: 200, path: done.path });
  expect(again.markup).toContain('All of filled-in.xlsx is recorded.');
  expect(await riskNow('lease')).toMatchObject({ version: 2 });
});

it('A saving takes money as people write it, each year in columns of its own', async () => {
  const checked = await broughtBack(savings, [
    [1, '2026/27: Forecast', '£1.2m'],
    [1, '2026/27: States: On track', 400_000],
    [2, '2026/27: Forecast', 'about 300k'],
  ]);
  expect(checked.status).toBe(200);
  await tara.send(checked);
  const { items } = await answered(
    team.GET('/programmes/{programmeId}/reviews/{reviewId}/savings', { params: { path } }),
  );
  const years = items.map(({ record }) => (record as { years: unknown }).years);
  expect(years[0]).toMatchObject([{ year: '2026/27', forecast: 1_200_000, states: { onTrack: 400_000 } }]);
  expect(years[1]).toMatchObject([{ year: '2026/27', forecast: { kind: 'about', pounds: 300_000 } }]);
});

it('What somebody else changed meanwhile stays; where both changed the same cell, it is said by cell', async () => {
  const bytes = await tara.download(`${risks}/_workbook/file`);
  const { version } = await riskNow('staff');
  await putRisk('staff', 'Staff leave early', `"risk:futures/home-care/staff:${version}"`);
  const page = await tara.open(`${risks}/_workbook`);
  const row = 2;
  const mine = await tara.sendFile(page, { name: 'a.xlsx', bytes: edited(bytes, [[row, 'Owner', 'HR']]) });
  await tara.send(mine);
  expect((await riskNow('staff')).record).toMatchObject({ title: 'Staff leave early', owner: 'HR' });
  const clash = await tara.sendFile(page, { name: 'a.xlsx', bytes: edited(bytes, [[row, 'Title', 'Staff go']]) });
  expect(clash.status).toBe(422);
  expect(clash.title).toMatch(/^Error: /);
  expect(clash.text).toContain(
    'Cell B3 (“Title” of “Staff leave early”) was “Staff leave” when the workbook was made, is “Staff leave early” by now, and you put “Staff go”',
  );
});

describe('What cannot be read is refused by its cell, and nothing is recorded', () => {
  it.each<[string, readonly Typed[], string]>([
    ['no date', [[1, 'Last reviewed on', '31/02/2026']], 'must be a real date'],
    ['a date as a number', [[1, 'Last reviewed on', 46_000]], 'give the cell the format of a date'],
    ['words for a date', [[1, 'Last reviewed on', 'soon']], 'must be a real date'],
    ['no number', [[1, 'Current score: Impact', 'high']], 'must be a number'],
    ['another word than those of the list', [[1, 'Treatment', 'Ignore']], 'must be one of:'],
    ['a row of totals', [[9, 'Title', 'Total']], 'looks like a row of totals'],
    ['an error of a formula', [[1, 'Owner', '#REF!']], 'an error of a formula'],
    ['the id of no entry', [[1, 'Id', 'gone']], 'names the risk gone'],
    ['two rows of one entry', [[1, 'Id', 'staff']], 'take one of them out'],
    ['a new row without a title', [[9, 'Owner', 'Somebody']], 'must have a title'],
    [
      'a new row that lacks what must be there',
      [[9, 'Title', 'Flood']],
      'Cell C10 \\(“Cause” of “Flood”\\): is required.*\\(“Inherent score: Likelihood” of “Flood”\\): is required',
    ],
    [
      'a new row that is there already',
      [
        [9, 'Title', 'The lease runs on'],
        [9, 'Owner', 'X'],
      ],
      'Cell B10 .*is new here, and there is a risk called “The lease runs on” already',
    ],
    ['a title that is emptied', [[1, 'Title', null]], 'required|must'],
  ])('%s', async (_, typed, why) => {
    const before = await riskNow('lease');
    const read = await broughtBack(risks, typed);
    const answer = read.status === 200 ? await tara.send(read) : read;
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.title).toMatch(/^Error: /);
    expect(answer.text).toMatch(new RegExp(why));
    expect(await riskNow('lease')).toEqual(before);
  });

  it('cells that are merged, and a head that is of no column', async () => {
    const merged = await broughtBack(risks, [], (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
    );
    expect([merged.status, merged.text]).toEqual([
      422,
      expect.stringContaining('Cells B2:B3 are merged into one cell'),
    ]);
    const csv = new TextEncoder().encode('Id,Title,Colour\nlease,The lease runs on,red\n');
    const head = await tara.sendFile(await tara.open(`${risks}/_workbook`), { name: 'a.csv', bytes: csv });
    expect([head.status, head.text]).toEqual([
      422,
      expect.stringContaining('Cell C1 is the head of no column here: “Colour”'),
    ]);
  });

  it('no file, and a file that is none', async () => {
    const page = await tara.open(`${risks}/_workbook`);
    expect((await tara.sendFile(page, { name: '', bytes: new Uint8Array() })).text).toContain(
      'The workbook is missing: choose it',
    );
    const picture = await tara.sendFile(page, { name: 'a.png', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) });
    expect([picture.status, picture.text]).toEqual([422, expect.stringContaining('cannot be read')]);
  });
});

it('A council’s own CSV changes what it names, and leaves the rest', async () => {
  const csv = new TextEncoder().encode('\uFEFFId;Owner\nstaff;Corporate HR\n');
  const checked = await tara.sendFile(await tara.open(`${risks}/_workbook`), { name: 'owners.csv', bytes: csv });
  expect(checked.text).toContain('left as recorded: ');
  await tara.send(checked);
  expect((await riskNow('staff')).record).toMatchObject({ owner: 'Corporate HR', title: 'Staff leave early' });
});

it('A board is offered no upload, and the API refuses what it brings', async () => {
  const board = await pages.walker('board', 'Bo Board');
  expect((await board.open(risks)).markup).not.toContain('_workbook');
  const refused = await broughtBack(risks, [[1, 'Owner', 'The board']], undefined, board);
  expect(refused.status).toBe(403);
  expect((await riskNow('lease')).record).toMatchObject({ owner: 'Estates' });
});
