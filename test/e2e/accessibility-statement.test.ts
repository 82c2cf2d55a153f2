// @module-tag long
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsForAnybody, openBrowser } from './pages-browser.ts';
import { type PagesTracker, startPages } from './pages-tracker.ts';

let pages: PagesTracker;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([startPages(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

it('The statement is read without signing in, and keeps nobody out itself', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${pages.base}/pages`);
  await page.click('footer a');
  expect(await page.textContent('h1')).toBe('Accessibility statement');
  expect(await faultsForAnybody(page, () => page.goto(`${pages.base}/pages/accessibility`))).toEqual([]);
  await context.close();
}, 300_000);

it('A page shows every control and its focus in the colours that somebody chose for themselves', async () => {
  const context = await browser.newContext({ bypassCSP: true, forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(`${pages.base}/pages`);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const button = page.locator('main a.govuk-button');
  // The colours of a button are the system's own: without a border it would be a word among words.
  expect(await button.evaluate((one) => Number.parseFloat(getComputedStyle(one).borderBottomWidth))).toBeGreaterThan(0);
  await button.focus();
  const outline = await button.evaluate((one) => getComputedStyle(one).outlineStyle);
  expect(outline).toBe('solid');
  expect(await faultsForAnybody(page, () => page.goto(`${pages.base}/pages`))).toEqual([]);
  await context.close();
}, 300_000);
