import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsForAnybody, openBrowser } from './pages-browser.ts';
import { type PagesTracker, startPages } from './pages-tracker.ts';

/* From the first address to one's own work and out again, by script and without, by mouse and by keyboard. */

let pages: PagesTracker;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([startPages(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

const opened = async (withScript = true) => {
  const context = await browser.newContext({ javaScriptEnabled: withScript, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  return { context, page, complaints };
};

const pathOf = (page: Page): string => `${new URL(page.url()).pathname}${new URL(page.url()).search}`;

/** At the issuer: who they are. */
const beAnybody = async (page: Page): Promise<void> => {
  await page.check('#role-board');
  await page.fill('#name', 'Bea Board');
  await page.click('button[type=submit]');
};

describe.each([true, false])('Whoever opens the first address (script: %s)', (withScript) => {
  it('signs in, comes to their work, and leaves nothing that a script could read', async () => {
    const { page, context, complaints } = await opened(withScript);
    await page.goto(`${pages.base}/`);
    expect(pathOf(page)).toBe('/pages');
    await page.click('a.govuk-button');
    await beAnybody(page);
    expect(await page.textContent('h1')).toBe('Your work');
    expect((await context.cookies()).map(({ name, httpOnly }) => [name, httpOnly])).toEqual([['__Host-session', true]]);
    if (withScript)
      expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([
        0,
        0,
        '',
      ]);
    await page.click('header button');
    await page.goto(`${pages.base}/pages/programmes`);
    expect(await page.title()).toContain('Sign in');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('A link of 0.2.0 to a month leads there, by way of the sign-in', { tags: ['long'] }, async () => {
  const { page, context } = await opened();
  await page.goto(`${pages.base}/#/futures/2030-05`);
  await page.waitForURL(/local-issuer/);
  await beAnybody(page);
  expect(pathOf(page)).toBe('/pages/programmes/futures/reports/2030-05');
  expect(await page.textContent('h1')).toBe('No report is published for this month');
  await page.goto(`${pages.base}/#/futures`);
  await page.waitForURL(/reports$/);
  expect(await page.textContent('h1')).toBe('Board reports');
  await context.close();
});

it('The way in can be gone by keyboard alone', { tags: ['long'] }, async () => {
  const { page, context } = await opened();
  await page.goto(`${pages.base}/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  for (let n = 0; n < 10 && !(await page.evaluate(() => document.activeElement?.matches('a.govuk-button'))); n += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/local-issuer/);
  await context.close();
});

it('Each page before the sign-in is for everybody, at every width', { timeout: 120_000, tags: ['long'] }, async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of ['/', '/pages/signed-in?code=stolen&state=guessed', '/pages/signed-out'])
    faults.push(...(await faultsForAnybody(page, () => page.goto(`${pages.base}${path}`))));
  expect(faults).toEqual([]);
  await context.close();
});

describe('Whoever asks by HEAD, as what watches a page does,', () => {
  const answerTo = async (method: string, path: string) => {
    const answer = await fetch(`${pages.base}${path}`, { method, redirect: 'manual' });
    const { status, headers } = answer;
    return { status, to: headers.get('location'), type: headers.get('content-type'), body: await answer.text() };
  };

  it.each([
    ['/', 303],
    ['/pages', 200],
    ['/pages/accessibility', 200],
    ['/pages/programmes', 303],
  ])('is answered at %s as by GET, without the body', async (path, status) => {
    const [head, whole] = [await answerTo('HEAD', path), await answerTo('GET', path)];
    expect(head).toEqual({ ...whole, body: '' });
    expect(head.status).toBe(status);
    if (status === 200) expect(whole.body).not.toBe('');
  });
});
