// @module-tag long
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { accessibilityFaults, openBrowser } from './pages-browser.ts';

/* The first programme of a council is made in the browser, by a list of tasks. */

let browser: Browser;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let office: Client;
let base: string;

beforeAll(async () => {
  [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  base = tracker.origin.replace('127.0.0.1', 'localhost');
  office = await tracker.signIn('programme-office', 'Olive Office');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

const signIn = async (javaScriptEnabled: boolean) => {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${base}/pages`);
  await page.click('a.govuk-button');
  await page.check('#role-programme-office');
  await page.fill('#name', 'Olive Office');
  await page.click('button[type=submit]');
  return { context, page };
};
const press = (page: Page, words: string) => page.click(`main button.govuk-button:has-text("${words}")`);
const follow = (page: Page, words: string) => page.click(`main a:has-text("${words}")`);
const notice = (page: Page) => page.textContent('.govuk-notification-banner__heading');

it('From nothing, the first programme is set up without a script, and its reviews can name its directorates', async () => {
  const { page, context } = await signIn(false);
  await follow(page, 'Set up the first programme');
  await press(page, 'Set up the programme');
  expect(await page.title()).toMatch(/^Error: /);
  await page.fill('#name', 'Services for Tomorrow');
  await page.fill('#council', 'Marlshire');
  await page.fill('#firstMonth-month', '10');
  await page.fill('#firstMonth-year', '2026');
  await press(page, 'Set up the programme');
  expect(await notice(page)).toBe('Services for Tomorrow was set up.');
  expect(page.url()).toBe(`${base}/pages/programmes/services-for-tomorrow/set-up`);

  await follow(page, 'Directorates');
  await press(page, 'Add to directorates');
  await page.fill('#directorates-0-name', 'Adults and health');
  await press(page, 'Add another');
  await page.fill('#directorates-1-name', 'Place');
  await press(page, 'Save');
  expect(await notice(page)).toBe('Directorates: saved.');
  await follow(page, 'Report dates');
  await page.fill('#reporting-returnsDueDay', '9');
  await press(page, 'Save');
  expect(await page.textContent('.govuk-error-summary')).toContain('must not be after the report day');
  await page.fill('#reporting-reportDay', '12');
  await press(page, 'Save');
  expect(await notice(page)).toBe('Report dates: saved.');
  await follow(page, 'Who publishes');
  await page.check('input[name=publishedByTwo][value=yes]');
  await press(page, 'Save');

  const { record, effectiveAt } = await answered(
    office.GET('/programmes/{programmeId}', { params: { path: { programmeId: 'services-for-tomorrow' } } }),
  );
  expect(record).toMatchObject({
    ...{ name: 'Services for Tomorrow', council: 'Marlshire', publishedByTwo: true, fictional: false },
    directorates: [
      { id: 'adults-and-health', name: 'Adults and health' },
      { id: 'place', name: 'Place' },
    ],
    reporting: { firstMonth: '2026-10', reportDay: 12, returnsDueDay: 9 },
  });
  expect(effectiveAt > '2026-10-01').toBe(true);
  await answered(
    office.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: {
        path: { programmeId: 'services-for-tomorrow', reviewId: 'home-care' },
        header: { 'If-None-Match': '*' },
      },
      body: { title: 'Home care', directorate: 'place', sros: [] } as never,
    }),
  );
  await page.goto(`${base}/pages/programmes/_new`);
  await page.fill('#name', 'Services for tomorrow');
  await page.fill('#council', 'Marlshire');
  await press(page, 'Set up the programme');
  await press(page, 'Set up the programme');
  expect(await page.textContent('.govuk-error-summary')).toContain('services-for-tomorrow');
  await context.close();
}, 120_000);

it('Every screen of the set-up is for everybody: axe finds nothing, and 320 pixels are wide enough', async () => {
  const { page, context } = await signIn(true);
  const faults: string[] = [];
  await page.goto(`${base}/pages/programmes/_new-practice`);
  await page.fill('#name', 'First try');
  await page.fill('#council', 'Marlshire');
  await press(page, 'Set up the practice programme');
  expect(await page.textContent('h1')).toContain('Fill it with an example');
  for (const path of [
    ...['/_new-practice', '/practice-first-try', '/practice-first-try/set-up', '/practice-first-try/set-up/example'],
    ...['', '/_new', '/services-for-tomorrow', '/services-for-tomorrow/set-up'],
    ...['details', 'reporting', 'directorates', 'services', 'boards', 'publishing', 'stages'].map(
      (part) => `/services-for-tomorrow/set-up/${part}`,
    ),
  ]) {
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.goto(`${base}/pages/programmes${path}`);
    faults.push(...(await accessibilityFaults(page)).map((one) => `${path} ${one}`));
    await page.setViewportSize({ width: 320, height: 900 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) faults.push(`${path} is ${width} pixels wide`);
    const shots = process.env.SCREENSHOTS;
    if (shots === undefined) continue;
    mkdirSync(shots, { recursive: true });
    for (const size of [1366, 390]) {
      await page.setViewportSize({ width: size, height: 900 });
      await page.screenshot({ path: `${shots}/programmes${path.replaceAll('/', '-')}-${size}.png`, fullPage: true });
    }
  }
  expect(faults).toEqual([]);
  await context.close();
}, 180_000);
