// @module-tag long
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readFile as readWorkbook } from '#functions/files/read-file.ts';
import { riskLogFile, risksOf, savingsFile } from '../../examples/council-tables.ts';
import { edited, type Typed } from '../support/edited-workbook.ts';
import { records } from '../support/records.ts';
import { answered } from '../support/running-tracker.ts';
import { accessibilityFaults, press } from './pages-browser.ts';
import { type PagesTracker, startPages } from './pages-tracker.ts';

/*
 * Trackers of a council's own, of different shape, come in by mapping, in a browser: docs/meaning.md WRITE-28.
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
let tracker: PagesTracker;
beforeAll(async () => {
  tracker = await startPages();
});
afterAll(() => tracker?.stop());

const from = '/pages/programmes/futures/from-a-spreadsheet';
const url = '/programmes/{programmeId}/reviews/{reviewId}' as const;
const path = { programmeId: 'futures', reviewId: 'home-care' };

type OfRisk = typeof path & { readonly entryId: string };

const looked: string[] = [];
/** What keeps anybody from the page that is shown. */
const look = async (page: Page): Promise<void> => {
  const title = (await page.textContent('h1'))?.trim() ?? '';
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    looked.push(...(await accessibilityFaults(page)).map((one) => `${title}: ${one}`));
    const shown = await page.evaluate(() => document.documentElement.scrollWidth);
    if (shown > width) looked.push(`${title} is ${shown} pixels wide of ${width}`);
    if (process.env.PICTURES !== undefined)
      await page.screenshot({
        path: `${process.env.PICTURES}/${title.replaceAll(' ', '-')}-${width}.png`,
        fullPage: true,
      });
  }
};

const bring = async (page: Page, what: string, name: string, bytes: Uint8Array): Promise<void> => {
  await page.goto(`${tracker.base}${from}`);
  await page.check(`input[value="${what}"]`);
  await page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await press(page, 'Go on');
};
const always = (page: Page, field: string, words: string) => page.fill(`[name="always/${field}"]`, words);
const choose = (page: Page, name: string, label: string) => page.selectOption(`[name="${name}"]`, { label });
const means = (page: Page, word: string, label: string) =>
  page
    .locator('tr', { has: page.locator('th', { hasText: word }) })
    .locator('select')
    .selectOption({ label });
const heading = async (page: Page): Promise<string> => (await page.textContent('h1'))?.trim() ?? '';

it('A risk log and a savings tracker of other shapes come in by mapping, and the next month by the mapping that was kept', async () => {
  const { page } = await tracker.signIn(true);
  const rows = [...risksOf('Home care', 1, 55), ...risksOf('Adult services', 56, 5)];
  await bring(page, 'new:risks', 'log.xlsx', await riskLogFile(rows));
  await look(page);
  await always(page, 'target.2.toBeConfirmed', 'The log has no targets');
  await press(page, 'Go on');
  expect(await heading(page)).toBe('What your words mean');
  await look(page);
  await means(page, 'Cat A', 'Open');
  await means(page, 'Adult services', 'The programme itself');
  await press(page, 'Check what would be recorded');
  expect(await heading(page)).toBe('Check what would be recorded');
  await look(page);
  await press(page, 'Record 60 rows');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('60 rows recorded'));
  await look(page);
  const list = await answered(tracker.team.GET(`${url}/risks`, { params: { path, query: { limit: '200' } as never } }));
  expect(list.items).toHaveLength(55);
  expect(list.items.find(({ id }) => id === 'crr-2')).toMatchObject({
    record: {
      ...{ current: { likelihood: 4, impact: 3 }, inherent: { likelihood: 4, impact: 4 }, status: 'open' },
      target: { toBeConfirmed: 'The log has no targets' },
    },
  });

  const next = rows.map((row) => (row[0] === 'CRR 2' ? row.map((cell) => (cell === 'Live' ? 'Closed' : cell)) : row));
  await bring(page, 'kept:corporate-risk-log', 'log of next month.xlsx', await riskLogFile(next));
  expect(await page.textContent('main')).toContain('Status: Open becomes Closed');
  await press(page, 'Record 1 row');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('1 row recorded'));

  await bring(page, 'new:savings', 'mtfp.xlsx', await savingsFile());
  await choose(page, 'always/mechanism', 'Transformation');
  await choose(page, 'always/recurrence', 'Recurring');
  await press(page, 'Go on');
  await means(page, 'Cash', 'Cash-releasing');
  await means(page, 'High', 'Business case');
  await means(page, 'Medium', 'Indicative');
  await press(page, 'Check what would be recorded');
  expect(await page.textContent('main')).toContain('Record 2 rows');
  await press(page, 'Record 2 rows');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('2 rows recorded'));
  const savings = await answered(tracker.team.GET(`${url}/savings`, { params: { path } }));
  expect(savings.items.find(({ id }) => id === 'shared-rotas')?.record).toMatchObject({
    years: [
      { year: '2026/27', plan: { kind: 'to-be-confirmed' } },
      { year: '2027/28', plan: { kind: 'amount', pounds: 1_200_000 } },
    ],
  });
  expect(looked).toEqual([]);
});

it('All registers of the programme as one workbook, in a browser: a clash stops its review alone', async () => {
  looked.length = 0;
  const header = { 'If-None-Match': '*' } as const;
  const risk = { ...Object(records.risk) };
  const [lease, money] = ['lease', 'money'].map((entryId) => ({ ...path, entryId })) as [OfRisk, OfRisk];
  await answered(tracker.team.PUT(`${url}/risks/{entryId}`, { params: { path: lease, header }, body: risk as never }));
  await answered(
    tracker.team.PUT('/programmes/{programmeId}/risks/{entryId}', {
      params: { path: money, header },
      body: risk as never,
    }),
  );
  const { page } = await tracker.signIn(true);
  const from = `${tracker.base}/pages/programmes/futures/_workbook`;
  await page.goto(from);
  await look(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a.govuk-button')]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  const read = readWorkbook(bytes, 'futures.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  const at = read.sheets.findIndex(({ name }) => name === 'Risks');
  const rowOf = (id: string): number => read.sheets[at]?.rows.findIndex(({ cells }) => cells[0] === id) ?? -1;
  const typed: readonly Typed[] = [
    [rowOf('home-care/lease'), 'Owner', 'HR'],
    [rowOf('(programme)/money'), 'Owner', 'Finance'],
  ];
  await answered(
    tracker.team.PUT(`${url}/risks/{entryId}`, {
      params: { path: lease, header: { 'If-Match': '"risk:futures/home-care/lease:1"' } },
      body: { ...risk, owner: 'Legal' } as never,
    }),
  );
  const buffer = Buffer.from(edited(bytes, typed, undefined, at));
  await page.setInputFiles('input[type=file]', { name: 'all.xlsx', mimeType: 'application/octet-stream', buffer });
  await press(page, 'Check what it changes');
  expect(await heading(page)).toBe('Check what the workbook changes');
  expect(await page.textContent('main')).toMatch(/Home care.*Stopped with 1 row, as somebody else changed the same/s);
  await look(page);
  await press(page, 'Record 1 row');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('1 row recorded'));
  expect(await page.textContent('main')).toMatch(/Home care.*Stopped.*the other reviews went on/s);
  await look(page);
  const wrong = Buffer.from(
    edited(bytes, [[rowOf('(programme)/money'), 'Current score: Impact', 'high']], undefined, at),
  );
  await page.goto(from);
  await page.setInputFiles('input[type=file]', {
    name: 'all.xlsx',
    mimeType: 'application/octet-stream',
    buffer: wrong,
  });
  await press(page, 'Check what it changes');
  expect(await heading(page)).toBe('The workbook has something to put right');
  await look(page);
  await page.goto(`${tracker.base}/pages/programmes/futures/own/risks/money/_history`);
  await page.click('summary:has-text("Read from a file")');
  await look(page);
  expect(looked).toEqual([]);
});
