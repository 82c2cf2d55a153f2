// @module-tag long
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saving } from '#registers/saving/record.ts';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { follow, noticeOn, openBrowser, press, signInOnPages } from './pages-browser.ts';

let browser: Browser;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let team: Client;
let base: string;
const create = { 'If-None-Match': '*' } as const;
const at = (reviewId: string) => ({ programmeId: 'futures', reviewId });
const pages = (reviewId: string): string => `${base}/pages/programmes/futures/reviews/${reviewId}`;
const savingUrl = '/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}';
const returnUrl = '/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}';

const line = (title: string, claimedActual?: number) => ({
  ...Object(saving.example),
  title,
  years: [
    { year: '2026/27', plan: 400_000, forecast: 350_000, ...(claimedActual === undefined ? {} : { claimedActual }) },
  ],
});

const putSaving = (reviewId: string, entryId: string, body: object, version?: number) =>
  answered(
    team.PUT(savingUrl, {
      params: {
        path: { ...at(reviewId), entryId },
        header: version === undefined ? create : { 'If-Match': `"saving:futures/${reviewId}/${entryId}:${version}"` },
      },
      body: body as never,
    }),
  );

const openReview = async (reviewId: string, title: string): Promise<void> => {
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: at(reviewId), header: create },
      body: { title, sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
    }),
  );
  await putSaving(reviewId, 'depots', line(`Four depots (${title})`, 120_000));
  await putSaving(reviewId, 'fleet', line(`Fleet (${title})`, 8_000));
  await answered(
    team.PUT(returnUrl, {
      params: { path: { ...at(reviewId), entryId: '2026-10' }, header: create },
      body: { narrative: 'The notice to the landlord went out' } as never,
    }),
  );
};

beforeAll(async () => {
  [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  base = tracker.origin.replace('127.0.0.1', 'localhost');
  const office = await tracker.signIn('programme-office', 'Olive Office');
  team = await tracker.signIn('transformation-team', 'Theo Team');
  // Whoever asks who they are is known by name from then on.
  await answered(team.GET('/me'));
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'futures' }, header: create },
      body: { name: 'Futures', council: 'Marlshire', reporting: { firstMonth: '2026-10' } } as never,
    }),
  );
  await openReview('plain', 'Home care');
  await openReview('scripted', 'Day centres');
  await openReview('looked-at', 'Libraries');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

describe.each([
  ['without a script', false, 'plain', 'Home care'],
  ['with its script', true, 'scripted', 'Day centres'],
] as const)('On pages %s', (_, withScript, reviewId, title) => {
  const opened: BrowserContext[] = [];
  const as = async (role: string, name: string): Promise<Page> => {
    const { page, context } = await signInOnPages(browser, base, { withScript, role, name });
    opened.push(context);
    return page;
  };
  afterAll(() => Promise.all(opened.map((context) => context.close())));

  it('finance finds what was claimed on their first page, validates it, and another amount with the reason', async () => {
    const page = await as('finance', 'Fay Finance');
    await follow(page, 'to validate in Futures');
    expect(await page.textContent('main')).toContain('Theo Team');
    await follow(page, `Four depots (${title})`);
    expect(await page.textContent('h1')).toBe(`Validate 2026/27 of Four depots (${title})`);
    await page.check('input[name=amount][value=claimed]');
    await press(page, 'Validate');
    expect(await noticeOn(page)).toBe(`£120,000 of 2026/27 was validated: Four depots (${title}).`);
    expect(await page.$(`main a:has-text("Four depots (${title})")`)).toBeNull();

    await follow(page, `Fleet (${title})`);
    await page.check('input[name=amount][value=other]');
    await page.fill('#pounds', '£7k');
    await press(page, 'Validate');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.inputValue('#pounds')).toBe('£7k');
    await page.fill('#note', 'Two vans of the three');
    // Somebody claims more meanwhile: what finance agreed to is not what is claimed now.
    await putSaving(reviewId, 'fleet', line(`Fleet (${title})`, 9_000), 1);
    await press(page, 'Validate');
    expect(await page.textContent('.govuk-error-summary')).toContain('This has changed since you read it');
    expect(await page.textContent('.govuk-error-summary')).toContain('Theo Team');
    expect(await page.inputValue('#note')).toBe('Two vans of the three');
    expect(await page.textContent('main')).toContain('£9,000, as claimed');
    await press(page, 'Validate');
    expect(await noticeOn(page)).toContain('£7,000 of 2026/27 was validated');
    const path = { ...at(reviewId), entryId: 'fleet' };
    const { facts } = await answered(team.GET(savingUrl, { params: { path } }));
    expect(facts).toMatchObject({
      validations: [{ year: '2026/27', pounds: 7_000, note: 'Two vans of the three', by: 'fay-finance', ofVersion: 2 }],
    });
  }, 60_000);

  it('an SRO sends a return back with a comment, which its team finds, and confirms what they say instead', async () => {
    const page = await as('sro', 'Sam Sro');
    await page.goto(`${pages(reviewId)}/returns/2026-10/_confirm`);
    await follow(page, 'Send it back with a comment');
    await press(page, 'Send it back');
    expect(await page.textContent('#comment-error')).toContain('Say what the team is to change');
    await page.fill('#comment', 'Say by when the landlord answers');
    await press(page, 'Send it back');
    expect(await noticeOn(page)).toBe('You sent the return of October 2026 back to the team.');

    const writer = await as('transformation-team', 'Tara Team');
    await writer.goto(`${pages(reviewId)}/returns/2026-10`);
    await follow(writer, 'The figures of this return');
    expect(await writer.textContent('main')).toContain('Say by when the landlord answers');
    await writer.goto(`${pages(reviewId)}/returns/2026-10/_change`);
    await writer.fill('#narrative', 'The landlord answers by 20 November');
    await press(writer, 'Save');
    await page.goto(`${pages(reviewId)}/returns/2026-10/_confirm`);
    expect(await page.textContent('main')).not.toContain('Sent back');
    await press(page, 'Confirm this return');
    await page.goto(`${pages(reviewId)}/returns/2026-10/_send-back`);
    expect(await page.textContent('main')).toContain('it is not sent back any more');
  }, 60_000);
});
