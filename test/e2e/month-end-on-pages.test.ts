// @module-tag long
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { risk } from '../support/records.ts';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { accessibilityFaults, follow, openBrowser, press, signInOnPages } from './pages-browser.ts';

/* The programme office closes a month on pages: who owes, the draft, a contradiction mended, publication and revision. */

let browser: Browser;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let office: Client;
let team: Client;
let base: string;
const create = { 'If-None-Match': '*' } as const;

const setUp = async (programmeId: string, name: string, more: object = {}): Promise<void> => {
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId }, header: { ...create, 'Effective-At': '2026-10-01' } },
      body: { name, council: 'Marlshire', reporting: { firstMonth: '2026-10' }, ...more } as never,
    }),
  );
  const path = { programmeId, reviewId: 'home-care' };
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path, header: { ...create, 'Effective-At': '2026-10-02' } },
      body: { title: 'Home care', lifecycle: 'active', sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
    }),
  );
  await putRisk(programmeId, 'pensions', '2026-10-03', { target: { likelihood: 5, impact: 5 } });
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', {
      params: { path: { ...path, entryId: 'survey' }, header: { ...create, 'Effective-At': '2026-10-05' } },
      body: {
        ...{ title: 'The survey is missing', description: 'It was never handed over' },
        ...{ severity: 'medium', raisedOn: '2026-10-05' },
      } as never,
    }),
  );
};

const putRisk = (programmeId: string, entryId: string, day: string, over: object = {}) =>
  answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/risks/{entryId}', {
      params: {
        path: { programmeId, reviewId: 'home-care', entryId },
        header: { ...create, 'Effective-At': day },
      },
      body: { ...risk, title: `The risk ${entryId}`, ...over } as never,
    }),
  );

beforeAll(async () => {
  [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  base = tracker.origin.replace('127.0.0.1', 'localhost');
  office = await tracker.signIn('programme-office', 'Olive Office');
  team = await tracker.signIn('transformation-team', 'Theo Team');
  await setUp('plain', 'Plain Futures');
  await setUp('scripted', 'Scripted Futures');
  await setUp('by-two', 'Futures by two', { publishedByTwo: true });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

const signIn = (withScript: boolean, role: string, name: string) =>
  signInOnPages(browser, base, { withScript, role, name });
const text = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';

/** Looks again until the page no longer says that something is under way. */
const until = async (page: Page, done: string): Promise<void> => {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await text(page)).includes(done)) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  throw new Error(`the page did not come to say "${done}": ${await text(page)}`);
};
const makeDraft = async (page: Page): Promise<void> => {
  await press(page, 'Make the draft');
  expect(await page.textContent('.govuk-notification-banner__heading')).toContain('Nothing is published.');
  await until(page, 'Draft: not published.');
};

/** The draft is kept as a PDF and as a workbook, which are named as of a draft. */
const keepDraft = async (page: Page, programme: string): Promise<void> => {
  for (const [format, begins] of [
    ['pdf', '%PDF-'],
    ['xlsx', 'PK\u0003\u0004'],
  ] as const) {
    const link = `a[href="/pages/programmes/${programme}/month-end/2026-10/draft/${format}"]`;
    const [file] = await Promise.all([page.waitForEvent('download'), page.click(link)]);
    expect(file.suggestedFilename()).toBe(`${programme}-2026-10-r1-draft.${format}`);
    expect((await readFile(await file.path())).toString('latin1', 0, begins.length)).toBe(begins);
  }
};

describe.each([
  ['without a script', false, 'plain', 'Plain Futures'],
  ['with its script', true, 'scripted', 'Scripted Futures'],
] as const)('On pages %s', (_, withScript, programme, name) => {
  let olive: { context: BrowserContext; page: Page };
  const month = () => `${base}/pages/programmes/${programme}/month-end/2026-10`;
  beforeAll(async () => {
    olive = await signIn(withScript, 'programme-office', 'Olive Office');
  }, 60_000);
  afterAll(() => olive?.context.close());

  it('the office finds from its work who owes a return, drafts the month, has a contradiction mended and publishes it', async () => {
    const { page } = olive;
    await page.goto(`${base}/pages`);
    await follow(page, `Close October 2026 of ${name}`);
    expect(page.url()).toBe(month());
    expect(await text(page)).toContain('0 of 1 confirmed; due 5 November 2026');
    expect(await page.locator('main a', { hasText: /^Publish$/ }).count()).toBe(0);

    await follow(page, 'Draft report');
    await makeDraft(page);
    await keepDraft(page, programme);
    expect(await text(page)).toContain('What contradicts (1)');
    expect(await text(page)).toContain('What is missing (4)');
    expect(await text(page)).toContain('An open issue has no owner.');
    const mending = await signIn(withScript, 'transformation-team', 'Tara Team');
    await mending.page.goto(page.url());
    await follow(mending.page, 'Correct the issue as it was in October 2026');
    await follow(mending.page, 'This was wrong');
    await mending.page.fill('#owner', 'Estates');
    await mending.page.fill('#correction-reason', 'Its owner was left out');
    await mending.page.click('main form button.govuk-button:not([name])');
    expect(await mending.page.textContent('.govuk-notification-banner__heading')).toBe('The correction was recorded.');
    await mending.context.close();
    await page.goto(`${month()}/draft`);
    expect(await text(page)).toContain('Something was recorded in this programme since the draft was made.');
    await press(page, 'Make the draft again');
    await until(page, 'What is missing (3)');
    expect(await text(page)).not.toContain('An open issue has no owner.');

    await page.goto(month());
    await follow(page, 'Publish');
    expect(await text(page)).toContain('Publishing cannot be undone.');
    await press(page, 'Publish this report');
    expect(page.url()).toBe(month());
    await until(page, 'The first report of the month');
    const { items } = await answered(
      office.GET('/programmes/{programmeId}/reports', { params: { path: { programmeId: programme } } }),
    );
    expect(items).toMatchObject([{ month: '2026-10', revision: 1 }]);
  }, 90_000);

  it('a draft that the record has left behind publishes nothing, and a revision takes a reason', async () => {
    const { page } = olive;
    await page.goto(`${month()}/draft`);
    await putRisk(programme, 'late', '2026-10-20');
    await makeDraft(page);
    await until(page, 'From revision 1, which is published');
    await putRisk(programme, 'later', '2026-10-21');
    await follow(page, 'Go on to publish the revision');
    await press(page, 'Publish this revision');
    expect(await page.title()).toMatch(/^Error: /);
    await page.fill('#reason', 'A risk was recorded late');
    await press(page, 'Publish this revision');
    await until(page, 'nothing was published');

    await follow(page, 'Draft report');
    await press(page, 'Make the draft again');
    await until(page, 'Open risks: 3, was 1.');
    await follow(page, 'Go on to publish the revision');
    await page.fill('#reason', 'Two risks were recorded late');
    await press(page, 'Publish this revision');
    await until(page, 'Two risks were recorded late');
    const { items } = await answered(
      office.GET('/programmes/{programmeId}/reports', { params: { path: { programmeId: programme } } }),
    );
    expect(items).toMatchObject([{ revision: 2, reason: 'Two risks were recorded late' }, { revision: 1 }]);
  }, 90_000);
});

it('Where two people publish, one makes the draft and another publishes it', async () => {
  const month = `${base}/pages/programmes/by-two/month-end/2026-10`;
  const olive = await signIn(false, 'programme-office', 'Olive Office');
  await olive.page.goto(`${month}/draft`);
  await makeDraft(olive.page);
  await follow(olive.page, 'Go on to publish it');
  expect(await text(olive.page)).toContain('You made this draft.');
  const otto = await signIn(false, 'programme-office', 'Otto Office');
  await otto.page.goto(`${month}/publish`);
  await press(otto.page, 'Publish this report');
  await until(otto.page, 'The first report of the month');
  await Promise.all([olive.context.close(), otto.context.close()]);
}, 90_000);

it('A board finds no draft and no way to publish', async () => {
  const { page, context } = await signIn(false, 'board', 'Bo Board');
  await page.goto(`${base}/pages/programmes/plain/month-end/2026-10/draft`);
  expect(await text(page)).toContain('No draft of this month is kept.');
  await page.goto(`${base}/pages/programmes/plain/month-end/2026-10`);
  expect(await page.locator('main a', { hasText: /^(Publish|Revise)$/ }).count()).toBe(0);
  await context.close();
}, 60_000);

it('Every screen of the month end is for everybody: axe finds nothing, and 320 pixels are wide enough', async () => {
  const { page, context } = await signIn(true, 'programme-office', 'Olive Office');
  const faults: string[] = [];
  for (const path of [
    ...['plain/month-end/2026-10', 'plain/month-end/2026-10/draft', 'plain/month-end/2026-10/publish'],
    ...['plain/month-end/2026-10/revise', 'plain/month-end/2026-11', 'plain/month-end/2026-11/draft'],
    ...['plain/month-end/2026-11/publish', 'plain/calendar'],
  ]) {
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.goto(`${base}/pages/programmes/${path}`);
    faults.push(...(await accessibilityFaults(page)).map((one) => `${path} ${one}`));
    await page.setViewportSize({ width: 320, height: 900 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) faults.push(`${path} is ${width} pixels wide`);
    const shots = process.env.SCREENSHOTS;
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      for (const size of [1366, 390]) {
        await page.setViewportSize({ width: size, height: 900 });
        await page.screenshot({ path: `${shots}/${path.replaceAll('/', '-')}-${size}.png`, fullPage: true });
      }
    }
  }
  expect(faults).toEqual([]);
  await context.close();
}, 180_000);
