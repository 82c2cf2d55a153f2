// @module-tag long
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered } from '../support/running-tracker.ts';
import { create, type PagesTracker, save, startPages } from './pages-tracker.ts';

const review = { programmeId: 'futures', reviewId: 'home-care' };
let pages: PagesTracker;
beforeAll(async () => {
  pages = await startPages();
}, 180_000);
afterAll(() => pages?.stop());

const issues = '/pages/programmes/futures/reviews/home-care/issues';

const fillIssue = async (page: Page, title: string): Promise<void> => {
  await page.fill('#title', title);
  await page.fill('#description', 'It was never handed over');
  await page.check('input[name=severity][value=medium]');
  await page.fill('#raisedOn-day', '12');
  await page.fill('#raisedOn-month', 'nov');
  await page.fill('#raisedOn-year', '2026');
};

describe.each([false, true])('A person with a browser (script: %s)', (withScript) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await pages.signIn(withScript));
  });
  afterAll(() => context?.close());

  it('signs in and comes to their own work; no script can read what they are signed in by', async () => {
    expect(new URL(page.url()).pathname).toBe('/pages');
    expect(await page.textContent('h1')).toBe('Your work');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: '__Host-session', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  });

  it('is told at the field what is wrong, and finds what was typed', async () => {
    await page.goto(`${pages.base}${issues}/_new`);
    await fillIssue(page, `The survey is missing ${withScript}`);
    await page.fill('#raisedOn-day', '32');
    await save(page);
    expect(await page.title()).toMatch(/^Error: Add an issue/);
    expect(await page.textContent('.govuk-error-summary')).toContain('must be a real date, like 31 March 2026');
    expect(await page.textContent('#raisedOn-error')).toContain('Must be a real date');
    expect(await page.inputValue('#title')).toBe(`The survey is missing ${withScript}`);
    expect(await page.inputValue('#raisedOn-day')).toBe('32');
  });

  it('adds an entry once, however often the form is sent', async () => {
    await page.goto(`${pages.base}${issues}/_new`);
    await fillIssue(page, `Sent twice ${withScript}`);
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe(`Sent twice ${withScript} was added.`);
    await page.goBack();
    await save(page);
    const { items } = await answered(
      pages.team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues', { params: { path: review } }),
    );
    const twice = items.filter((one) => JSON.stringify(one).includes(`Sent twice ${withScript}`));
    expect(twice).toHaveLength(1);
  });
});

describe('Two people who change the same entry', () => {
  const path = { ...review, entryId: 'the-survey' };
  const issue = { title: 'The survey', description: 'Missing', severity: 'low', raisedOn: '2026-11-02' } as const;
  const put = (body: object, version: string | undefined) =>
    answered(
      pages.team.PUT('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', {
        params: { path, header: version === undefined ? create : { 'If-Match': version } },
        body: body as never,
      }),
    );
  const version = (n: number) => `"issue:futures/home-care/the-survey:${n}"`;

  it('both keep what they changed where it was not the same, and are asked where it was', async () => {
    await put(issue, undefined);
    const { page, context } = await pages.signIn(false, 'transformation-team', 'Tom Team');
    await page.goto(`${pages.base}${issues}/the-survey/_change`);
    await put({ ...issue, owner: 'Estates' }, version(1));
    await page.fill('#description', 'It was never made');
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe('The survey was saved.');
    const merged = await answered(
      pages.team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', { params: { path } }),
    );
    expect(merged).toMatchObject({ version: 3, record: { owner: 'Estates', description: 'It was never made' } });

    await page.goto(`${pages.base}${issues}/the-survey/_change`);
    await put({ ...issue, owner: 'Estates', description: 'Theirs' }, version(3));
    await page.fill('#description', 'Mine');
    await save(page);
    expect(await page.textContent('main')).toContain('Somebody changed this while you were editing');
    expect(await page.textContent('table')).toMatch(/Description.*Theirs.*Mine/s);
    await save(page);
    expect(await page.textContent('main')).toContain('Mine');
    await context.close();
  });
});

describe('Who may see and do what', () => {
  it('is decided by the API: another organisation finds nothing, and a board is offered no form', async () => {
    const { page, context } = await pages.signIn(false, 'board', 'Bea Board');
    await page.goto(`${pages.base}${issues}`);
    expect(await page.$('a.govuk-button')).toBeNull();
    await page.goto(`${pages.base}${issues}/_new`);
    await fillIssue(page, 'By the board');
    await save(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('your token says board');
    await context.close();
  });

  it('a form that another site sends is refused, and so is one without the token of its session', async () => {
    const { context } = await pages.signIn(false);
    const sent = await context.request.post(`${pages.base}${issues}/_new`, {
      form: { title: 'Forged' },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(sent.status()).toBe(403);
    const without = await context.request.post(`${pages.base}${issues}/_new`, {
      form: { title: 'Forged', description: 'x', severity: 'low' },
      headers: { origin: pages.base },
    });
    expect(await without.text()).toContain('Add an issue');
    const { items } = await answered(
      pages.team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues', { params: { path: review } }),
    );
    expect(JSON.stringify(items)).not.toContain('Forged');
    await context.close();
  });
});
