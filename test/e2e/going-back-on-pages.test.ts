// @module-tag long
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { businessCase } from '#registers/business-case/record.ts';
import { saving } from '#registers/saving/record.ts';
import { answered } from '../support/running-tracker.ts';
import { press } from './pages-browser.ts';
import { create, type PagesTracker, startPages } from './pages-tracker.ts';

/*
 * Going back, going forward and reading a page again, in forms of several steps and in forms that were refused: no warning of the browser, nothing sent, and
 * what was typed is there (docs/adr/0115-a-form-that-comes-back-has-an-address.md).
 */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 300_000 });
let pages: PagesTracker;
const path = { programmeId: 'futures', reviewId: 'home-care' };
const review = '/pages/programmes/futures/reviews/home-care';
const reviewUrl = '/programmes/{programmeId}/reviews/{reviewId}' as const;
const cases = ['with-script', 'without-script'];

beforeAll(async () => {
  pages = await startPages();
  for (const entryId of cases)
    await answered(
      pages.team.PUT(`${reviewUrl}/business-cases/{entryId}`, {
        params: { path: { ...path, entryId }, header: create },
        body: { ...Object(businessCase.example), type: 'outline', title: entryId } as never,
      }),
    );
  await answered(
    pages.team.PUT(`${reviewUrl}/savings/{entryId}`, {
      params: { path: { ...path, entryId: 'line-1' }, header: create },
      body: { ...Object(saving.example), title: 'Line 1', years: [{ year: '2026/27', plan: 9_000 }] } as never,
    }),
  );
});
afterAll(() => pages?.stop());

/** How often a page sent a form. */
const countingForms = (page: Page): { readonly sent: () => number } => {
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') sent += 1;
  });
  return { sent: () => sent };
};
/** Presses a button, and waits for the page that its form comes to. */
const pressToNext = async (page: Page, words: string): Promise<void> => {
  const before = page.url();
  await press(page, words);
  await page.waitForURL(({ href }) => href !== before);
};
const heading = (page: Page) => page.textContent('h1').then((text) => text?.trim());
const heldIn = (page: Page, name: string) => page.inputValue(`[name="${name}"]`);

const titles = [
  'What was decided on the case',
  'Who decided, and when',
  'Conditions',
  'Check the outcome before you record it',
];

/** Fills in the outcome up to its check, and answers what was decided. */
const upToCheck = async (page: Page, caseId: string, by: string): Promise<void> => {
  await page.goto(`${pages.base}${review}/business-cases/${caseId}/_outcome`);
  await page.check('input[value="approved-with-conditions"]');
  await pressToNext(page, 'Continue');
  await page.fill('[name="body"]', by);
  await page.fill('[name="on/day"]', '2');
  await page.fill('[name="on/month"]', '11');
  await page.fill('[name="on/year"]', '2026');
  await pressToNext(page, 'Continue');
  await page.fill('[name="conditions/0/text"]', `The lease is signed, says ${by}`);
  await page.fill('[name="conditions/0/owner"]', 'Estates');
  await page.fill('[name="conditions/0/dueOn/day"]', '1');
  await page.fill('[name="conditions/0/dueOn/month"]', '3');
  await page.fill('[name="conditions/0/dueOn/year"]', '2027');
  await pressToNext(page, 'Continue');
  expect(await heading(page)).toBe(titles[3]);
};

describe.each([
  ['with script', true, 'with-script'],
  ['without script', false, 'without-script'],
] as const)('Somebody %s', (_, script, caseId) => {
  it('goes back through the steps of an outcome, forward again and reads one again: each as it was filled in, in two tabs apart', async () => {
    const { context, page } = await pages.signIn(script, 'sro', 'Sam Sro');
    await upToCheck(page, caseId, 'Cabinet');
    const other = await context.newPage();
    await upToCheck(other, caseId, 'The committee');
    const forms = countingForms(page);
    for (const title of titles.slice(0, 3).toReversed()) {
      await page.goBack();
      expect(await heading(page)).toBe(title);
    }
    expect(await page.isChecked('input[value="approved-with-conditions"]')).toBe(true);
    await page.reload();
    expect(await page.isChecked('input[value="approved-with-conditions"]')).toBe(true);
    await page.goForward();
    expect(await heldIn(page, 'body')).toBe('Cabinet');
    await page.reload();
    expect([await heading(page), await heldIn(page, 'body'), await heldIn(page, 'on/day')]).toEqual([
      titles[1],
      'Cabinet',
      '2',
    ]);
    await page.goForward();
    expect(await heldIn(page, 'conditions/0/text')).toBe('The lease is signed, says Cabinet');
    await page.goForward();
    await page.reload();
    expect(await heading(page)).toBe(titles[3]);
    expect(await page.textContent('main')).toContain('The lease is signed, says Cabinet');
    expect(forms.sent()).toBe(0);
    await pressToNext(page, 'Record this outcome');
    const { facts } = await answered(
      pages.team.GET(`${reviewUrl}/business-cases/{entryId}`, { params: { path: { ...path, entryId: caseId } } }),
    );
    expect(Object(facts).outcomes).toMatchObject([{ outcome: 'approved-with-conditions', body: 'Cabinet' }]);
    await page.goBack();
    expect(await heading(page)).toBe(titles[3]);
    await other.goBack();
    expect(await heldIn(other, 'conditions/0/text')).toBe('The lease is signed, says The committee');
    await context.close();
  });

  it('reads a form again that was refused, and goes back and forward: what was typed and what is wrong are there', async () => {
    const { context, page } = await pages.signIn(script);
    await page.goto(`${pages.base}${review}/issues/_new`);
    await page.fill('[name="description"]', 'It was never handed over');
    await pressToNext(page, 'Save');
    const wrong = () => page.textContent('.govuk-error-summary');
    const first = await wrong();
    expect(first).toContain('Title');
    const forms = countingForms(page);
    await page.reload();
    expect(await wrong()).toBe(first);
    expect(await heldIn(page, 'description')).toBe('It was never handed over');
    await page.goBack();
    expect(await heldIn(page, 'description')).toBe('It was never handed over');
    expect(await page.locator('.govuk-error-summary').count()).toBe(0);
    await page.goForward();
    expect(await wrong()).toBe(first);
    expect(await heldIn(page, 'description')).toBe('It was never handed over');
    expect(forms.sent()).toBe(0);
    await page.fill('[name="title"]', `The survey, ${caseId}`);
    await page.check('[name="severity"][value="low"]');
    await page.fill('[name="raisedOn/day"]', '2');
    await page.fill('[name="raisedOn/month"]', '11');
    await page.fill('[name="raisedOn/year"]', '2026');
    await pressToNext(page, 'Save');
    expect(await page.textContent('.govuk-notification-banner')).toContain('was added');
    const { items } = await answered(pages.team.GET(`${reviewUrl}/issues`, { params: { path } }));
    expect(items.filter(({ record }) => record.title === `The survey, ${caseId}`)).toHaveLength(1);
    await context.close();
  });

  it('reads the totals of a month end again that were checked', async () => {
    const { context, page } = await pages.signIn(script);
    await page.goto(`${pages.base}${review}/savings/_month-end`);
    await page.fill('[name="lines/line-1/forecast"]', '8k');
    await pressToNext(page, 'Check the totals');
    const forms = countingForms(page);
    await page.reload();
    expect(await heldIn(page, 'lines/line-1/forecast')).toContain('8');
    await page.goBack();
    expect(await heldIn(page, 'lines/line-1/forecast')).toBe('8k');
    await page.goForward();
    expect(forms.sent()).toBe(0);
    await context.close();
  });
});
