// @module-tag long
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessCase } from '#registers/business-case/record.ts';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { follow, openBrowser, press, signInOnPages } from './pages-browser.ts';

let browser: Browser;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let team: Client;
let base: string;
const create = { 'If-None-Match': '*' } as const;
const at = (reviewId: string) => ({ programmeId: 'futures', reviewId });
const pages = (reviewId: string): string => `${base}/pages/programmes/futures/reviews/${reviewId}`;

const openReview = async (reviewId: string, opened: object = {}): Promise<void> => {
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: at(reviewId), header: create },
      body: { title: 'Home care', sros: [{ subject: 'sam-sro', name: 'Sam Sro' }], ...opened } as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}', {
      params: { path: { ...at(reviewId), entryId: 'outline' }, header: create },
      body: businessCase.example as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}', {
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
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'futures' }, header: create },
      body: { name: 'Futures', council: 'Marlshire', reporting: { firstMonth: '2026-10' } } as never,
    }),
  );
  for (const reviewId of ['plain', 'scripted']) await openReview(reviewId);
  await openReview('looked-at', { openedAt: { stage: 'service-baseline', source: 'The board of May' } });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

const signIn = (withScript: boolean, role: string, name: string) =>
  signInOnPages(browser, base, { withScript, role, name });

const notice = (page: Page) => page.textContent('.govuk-notification-banner__heading');
const day = async (page: Page, name: string, [d, m, y]: readonly [string, string, string]): Promise<void> => {
  await page.fill(`#${name}-day`, d);
  await page.fill(`#${name}-month`, m);
  await page.fill(`#${name}-year`, y);
};

describe.each([
  ['without a script', false, 'plain'],
  ['with its script', true, 'scripted'],
] as const)('On pages %s', (_, withScript, reviewId) => {
  let sro: { context: BrowserContext; page: Page };
  beforeAll(async () => {
    sro = await signIn(withScript, 'sro', 'Sam Sro');
  }, 60_000);
  afterAll(() => sro?.context.close());

  it('a gate is mended by the team, waived in part by its SRO, and passed; the way back takes a reason', async () => {
    const { page } = sro;
    await page.goto(`${pages(reviewId)}/stage`);
    await follow(page, 'Move to Service baseline (1)');
    await press(page, 'Move the review');
    expect(await notice(page)).toBe('The review is at Service baseline (1) now.');
    expect(await page.textContent('main')).toContain('No service is recorded.');

    const mending = await signIn(withScript, 'transformation-team', 'Tara Team');
    await mending.page.goto(`${pages(reviewId)}/stage`);
    await follow(mending.page, 'The services in scope are recorded.');
    await mending.page.fill('#services', 'Home care\nReablement');
    await press(mending.page, 'Save');
    expect(await mending.page.textContent('main')).toContain('In scope: Home care and Reablement.');
    await mending.context.close();

    await page.goto(`${pages(reviewId)}/stage`);
    await page.click('a:has-text("Waive this")');
    await press(page, 'Waive this criterion');
    expect(await page.title()).toMatch(/^Error: /);
    await page.fill('#reason', 'The accounts of the year follow in May');
    await press(page, 'Waive this criterion');
    expect(await page.textContent('main')).toContain('Waived: The accounts of the year follow in May');
    await follow(page, 'Move to Options appraisal (2)');
    await press(page, 'Move the review');
    await page.goto(`${pages(reviewId)}/stage/move`);
    await page.check('input[name=to][value=service-baseline]');
    await press(page, 'Move the review');
    expect(await page.textContent('.govuk-error-summary')).toContain('must say why it goes back');
    await page.fill('#reason', 'Another service has come in');
    await press(page, 'Move the review');
    const { facts } = await answered(
      team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path: at(reviewId) } }),
    );
    expect(facts).toMatchObject({
      stage: 'service-baseline',
      moves: [
        { to: 'service-baseline', direction: 'forward' },
        { to: 'options-appraisal', waived: [{ criterion: 'GATE-11' }], by: 'sam-sro' },
        { to: 'service-baseline', direction: 'back', reason: 'Another service has come in' },
      ],
    });
  }, 60_000);

  it('a return is confirmed with the figures on the page, and no other words than were read', async () => {
    const { page } = sro;
    const path = { ...at(reviewId), entryId: '2026-10' };
    const returnUrl = '/programmes/{programmeId}/reviews/{reviewId}/returns/{entryId}';
    await page.goto(`${pages(reviewId)}/returns/2026-10/_confirm`);
    expect(await page.textContent('main')).toContain('The notice to the landlord went out');
    await answered(
      team.PUT(returnUrl, {
        params: { path, header: { 'If-Match': `"return:futures/${reviewId}/2026-10:1"` } },
        body: { narrative: 'The landlord has agreed' } as never,
      }),
    );
    await page.fill('#words', 'Seen');
    await press(page, 'Confirm this return');
    expect(await page.textContent('.govuk-error-summary')).toContain('This has changed since you read it');
    expect(await page.textContent('main')).toContain('The landlord has agreed');
    await press(page, 'Confirm this return');
    expect(await notice(page)).toBe('You confirmed the return of October 2026.');
    const { facts } = await answered(team.GET(returnUrl, { params: { path } }));
    expect(facts).toMatchObject({ confirmed: { by: 'sam-sro', ofVersion: 2, words: 'Seen' } });
  }, 60_000);

  it('the outcome of a case is recorded in four steps with a condition, which the team then meets', async () => {
    const { page } = sro;
    await page.goto(`${pages(reviewId)}/business-cases/outline`);
    await follow(page, 'Record the outcome of this case');
    await page.check('input[name=outcome][value=approved-with-conditions]');
    await press(page, 'Continue');
    await page.fill('#body', 'Transformation Board');
    await day(page, 'on', ['32', 'Nov', '2026']);
    await press(page, 'Continue');
    expect(await page.textContent('#on-error')).toContain('real date');
    await day(page, 'on', ['2', 'Nov', '2026']);
    await press(page, 'Continue');
    await page.fill('#conditions-0-text', 'A plan for each building');
    await page.fill('#conditions-0-owner', 'Property');
    await day(page, 'conditions-0-dueOn', ['1', '12', '2026']);
    await press(page, 'Continue');
    expect(await page.textContent('h1')).toBe('Check the outcome before you record it');
    await press(page, 'Change who decided');
    expect(await page.inputValue('#body')).toBe('Transformation Board');
    await press(page, 'Continue');
    await press(page, 'Continue');
    await press(page, 'Record this outcome');
    expect(await notice(page)).toBe('The outcome was recorded: approved with conditions.');
    await follow(page, 'Outcome and conditions');
    await follow(page, 'A plan for each building');
    await page.check('input[name=status][value=met]');
    await press(page, 'Save');
    const path = { ...at(reviewId), entryId: 'outline' };
    const { facts } = await answered(
      team.GET('/programmes/{programmeId}/reviews/{reviewId}/business-cases/{entryId}', { params: { path } }),
    );
    expect(facts).toMatchObject({
      outcomes: [
        {
          outcome: 'approved-with-conditions',
          on: '2026-11-02',
          ofVersion: 1,
          by: 'sam-sro',
          conditions: [{ id: 'a-plan-for-each-building', status: 'met', dueOn: '2026-12-01' }],
        },
      ],
    });
  }, 60_000);
});
