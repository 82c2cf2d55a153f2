// @module-tag long
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMonths, lastDayOf, monthOf } from '#language/time.ts';
import { answered, startTracker } from '../support/running-tracker.ts';
import { faultsForAnybody, noticeOn, openBrowser, press, signInOnPages } from './pages-browser.ts';
import { create } from './pages-tracker.ts';

/* The choice from when a form is true: read, opened, changed, and where it leads to a correction. */

const month = addMonths(monthOf(new Date().toISOString()), -1);
const lastDay = lastDayOf(month);
const path = { programmeId: 'backlog', reviewId: 'home-care' };

let tracker: Awaited<ReturnType<typeof startTracker>>;
let browser: Browser;
let page: Page;
let form: string;

beforeAll(async () => {
  [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  const base = tracker.origin.replace('127.0.0.1', 'localhost');
  form = `${base}/pages/programmes/backlog/reviews/home-care/issues/lease/_change`;
  const office = await tracker.signIn('programme-office', 'Olive Office');
  const team = await tracker.signIn('transformation-team', 'Theo Team');
  const header = { ...create, 'Effective-At': `${month}-01` };
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'backlog' }, header },
      body: { name: 'Backlog', council: 'Marlshire', reporting: { firstMonth: month, returnsDueDay: 1 } } as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path, header },
      body: { title: 'Home care', services: ['Home care'], sros: [] } as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', {
      params: { path: { ...path, entryId: 'lease' }, header: create },
      body: { title: 'The lease', description: 'It runs on', severity: 'low', raisedOn: `${month}-02` } as never,
    }),
  );
  ({ page } = await signInOnPages(browser, base, {
    ...{ withScript: true, role: 'transformation-team', name: 'Tina Team' },
  }));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

const choose = async () => {
  await page.goto(form);
  const choice = page.locator(`input[name=_from][value="${lastDay}"]`);
  if (!(await choice.isVisible())) await page.click('main summary:has-text("Change from when it is true")');
  await choice.check();
};

it('everybody can read it, folded and open', async () => {
  expect(await faultsForAnybody(page, () => page.goto(form))).toEqual([]);
  expect(await faultsForAnybody(page, choose)).toEqual([]);
}, 120_000);

it('everybody can read the correction that it leads to, and finds what they typed there', async () => {
  const correct = async () => {
    await choose();
    await page.fill('#description', 'It never ran');
    await press(page, 'Save');
  };
  expect(await faultsForAnybody(page, correct)).toEqual([]);
  expect(await page.inputValue('#description')).toBe('It never ran');
  // It was first recorded today: the correction says that it was so before.
  await page.fill('#correction-reason', 'The landlord wrote late');
  await press(page, 'Save');
  expect(await noticeOn(page)).toBe('The correction was recorded.');
}, 120_000);
