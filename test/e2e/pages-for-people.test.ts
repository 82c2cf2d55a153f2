import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { accessibilityFaults, openBrowser } from './pages-browser.ts';

let browser: Browser;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let team: Client;
let base: string;
const create = { 'If-None-Match': '*' } as const;
const review = { programmeId: 'futures', reviewId: 'home-care' };

beforeAll(async () => {
  [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  base = tracker.origin.replace('127.0.0.1', 'localhost');
  const office = await tracker.signIn('programme-office', 'Olive Office');
  team = await tracker.signIn('transformation-team', 'Theo Team');
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'futures' }, header: create },
      body: { name: 'Futures', council: 'Marlshire', reporting: { firstMonth: '2026-11' } } as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: review, header: create },
      body: { title: 'Home care', services: ['Home care'], sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
    }),
  );
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

const signIn = async (javaScriptEnabled: boolean, role = 'transformation-team', name = 'Tara Team') => {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${base}/pages`);
  await page.click('a.govuk-button');
  await page.check(`#role-${role}`);
  await page.fill('#name', name);
  await page.click('button[type=submit]');
  return { context, page };
};

const issues = '/pages/programmes/futures/reviews/home-care/issues';

const fillIssue = async (page: Page, title: string): Promise<void> => {
  await page.fill('#title', title);
  await page.fill('#description', 'It was never handed over');
  await page.check('input[name=severity][value=medium]');
  await page.fill('#raisedOn-day', '12');
  await page.fill('#raisedOn-month', 'nov');
  await page.fill('#raisedOn-year', '2026');
};

const save = (page: Page) => page.click('.govuk-button-group button');

describe.each([false, true])('A person with a browser (script: %s)', (withScript) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await signIn(withScript));
  });
  afterAll(() => context?.close());

  it('signs in and comes to their own work; no script can read what they are signed in by', async () => {
    expect(new URL(page.url()).pathname).toBe('/pages');
    expect(await page.textContent('h1')).toBe('Your work');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: '__Host-session', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  });

  it('is told at the field what is wrong, and finds what was typed', async () => {
    await page.goto(`${base}${issues}/_new`);
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
    await page.goto(`${base}${issues}/_new`);
    await fillIssue(page, `Sent twice ${withScript}`);
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe(`Sent twice ${withScript} was added.`);
    await page.goBack();
    await save(page);
    const { items } = await answered(
      team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues', { params: { path: review } }),
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
      team.PUT('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', {
        params: { path, header: version === undefined ? create : { 'If-Match': version } },
        body: body as never,
      }),
    );
  const version = (n: number) => `"issue:futures/home-care/the-survey:${n}"`;

  it('both keep what they changed where it was not the same, and are asked where it was', async () => {
    await put(issue, undefined);
    const { page, context } = await signIn(false, 'transformation-team', 'Tom Team');
    await page.goto(`${base}${issues}/the-survey/_change`);
    await put({ ...issue, owner: 'Estates' }, version(1));
    await page.fill('#description', 'It was never made');
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe('The survey was saved.');
    const merged = await answered(
      team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', { params: { path } }),
    );
    expect(merged).toMatchObject({ version: 3, record: { owner: 'Estates', description: 'It was never made' } });

    await page.goto(`${base}${issues}/the-survey/_change`);
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

describe.each([false, true])('What was entered by mistake (script: %s)', (withScript) => {
  const id = `mistaken-${withScript}`;
  const path = { ...review, entryId: id };
  const read = () =>
    answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', { params: { path } }));

  it('is undone, corrected from an earlier day, struck out and put back, and its history keeps all of it', async () => {
    await answered(
      team.PUT('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', {
        params: { path, header: create },
        body: { title: 'The lease', description: 'Lost', severity: 'low', raisedOn: '2026-11-02' } as never,
      }),
    );
    const { page, context } = await signIn(withScript, 'transformation-team', 'Una Team');
    const here = `${base}${issues}/${id}`;
    await page.goto(`${here}/_change`);
    await page.fill('#description', 'Burnt');
    await save(page);
    await page.click('.govuk-notification-banner a:has-text("Undo")');
    expect(await page.textContent('main table')).toMatch(/Description.*Lost.*Burnt/s);
    await page.click('main button.govuk-button');
    expect(await read()).toMatchObject({ record: { description: 'Lost' } });

    await page.click('main a:has-text("History")');
    expect(await page.textContent('main')).toMatch(/Reason: Entered by mistake.*Changed.*Recorded/s);
    await page.click('main .govuk-summary-card:last-of-type a:has-text("This was wrong")');
    await page.fill('#title', 'The lease of the annexe');
    await save(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('Why was it wrong: must say why');
    await page.fill('#correction-reason', 'It was never the whole lease');
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe('The correction was recorded.');
    expect(await page.textContent('main')).toMatch(
      /which corrects change \d+\. *Reason: It was never the whole lease/s,
    );

    await page.goto(here);
    await page.click('main a:has-text("Strike it out")');
    await page.fill('#reason', 'It is a matter of another review');
    await page.click('main button.govuk-button');
    expect(await page.textContent('main')).toContain('Struck out: it is in no total');
    await page.click('main a:has-text("Put it back")');
    await page.fill('#reason', 'It was of this one after all');
    await page.click('main button.govuk-button');
    expect(await read()).toMatchObject({ struckOut: null });

    await page.goto(here);
    await page.click('summary:has-text("See it as at a day")');
    await page.fill('#asAt-day', '9');
    await page.fill('#asAt-month', 'November');
    await page.fill('#asAt-year', '2026');
    await page.click('main button:has-text("Apply")');
    expect(await page.textContent('main')).toContain('as at the end of 9 November 2026.');
    await context.close();
  });
});

describe.each([false, true])('A review (script: %s)', (withScript) => {
  it('is opened with its SRO, changed, approved, paused with a reason, and struck out by its team', async () => {
    const { page, context } = await signIn(withScript, 'transformation-team', 'Rita Team');
    const title = `Day care ${withScript}`;
    await page.goto(`${base}/pages/programmes/futures/reviews`);
    await page.click('a.govuk-button:has-text("Open a review")');
    await save(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('Title: ');
    await page.fill('#title', title);
    await page.click('button[value="add sros"]');
    await page.selectOption('#sros-0-subject', 'sam-sro');
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe(`${title} was opened.`);
    const here = page.url();
    const path = { programmeId: 'futures', reviewId: new URL(here).pathname.split('/').at(-1) ?? '' };
    const read = () => answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } }));
    expect(await read()).toMatchObject({
      record: { sros: [{ subject: 'sam-sro', name: 'Sam Sro' }], tier: 'to-be-confirmed' },
    });

    await page.click('main a:has-text("Change")');
    await page.fill('#services', 'Day centres\nTransport');
    await save(page);
    expect(await read()).toMatchObject({
      record: { services: ['Day centres', 'Transport'], sros: [{ subject: 'sam-sro' }] },
    });

    const happens = async (act: string, reason: string) => {
      await page.click('main a:has-text("What happens to this review")');
      await page.click(`main a:has-text("${act}")`);
      await page.fill('#reason', reason);
      await save(page);
    };
    await happens('Approve', 'Agreed by the board');
    await happens('Pause', 'Waits for the new framework');
    expect(await read()).toMatchObject({
      record: { lifecycle: 'paused', lifecycleReason: 'Waits for the new framework' },
    });

    await page.click('main a:has-text("Strike it out")');
    await page.fill('#reason', 'It is a part of another review');
    await page.click('main button.govuk-button');
    expect(await page.textContent('main')).toContain('It is a part of another review');
    await context.close();
  });
});

it('No link of a screen leads to a page that there is not', async () => {
  const { page, context } = await signIn(false, 'programme-office', 'Olive Office');
  const seen = new Set<string>();
  const missing: string[] = [];
  for (const path of screens.filter((one) => !one.includes('nothing-here'))) {
    await page.goto(`${base}${path}`);
    const links = await page.$$eval('main a[href]', (all) => all.map((one) => one.getAttribute('href') ?? ''));
    for (const to of links.filter((one) => one.startsWith('/') && !seen.has(one))) {
      seen.add(to);
      const answer = await context.request.get(`${base}${to}`);
      if (answer.status() !== 200) missing.push(`${path} -> ${to}: ${answer.status()}`);
    }
  }
  expect(missing).toEqual([]);
  await context.close();
}, 180_000);

describe('Who may see and do what', () => {
  it('is decided by the API: another organisation finds nothing, and a board is offered no form', async () => {
    const { page, context } = await signIn(false, 'board', 'Bea Board');
    await page.goto(`${base}${issues}`);
    expect(await page.$('a.govuk-button')).toBeNull();
    await page.goto(`${base}${issues}/_new`);
    await fillIssue(page, 'By the board');
    await save(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('your token says board');
    await context.close();
  });

  it('a form that another site sends is refused, and so is one without the token of its session', async () => {
    const { context } = await signIn(false);
    const sent = await context.request.post(`${base}${issues}/_new`, {
      form: { title: 'Forged' },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(sent.status()).toBe(403);
    const without = await context.request.post(`${base}${issues}/_new`, {
      form: { title: 'Forged', description: 'x', severity: 'low' },
      headers: { origin: base },
    });
    expect(await without.text()).toContain('Add an issue');
    const { items } = await answered(
      team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues', { params: { path: review } }),
    );
    expect(JSON.stringify(items)).not.toContain('Forged');
    await context.close();
  });
});

const screens = [
  '/pages',
  '/pages/programmes',
  '/pages/programmes/futures',
  '/pages/programmes/futures/reviews',
  '/pages/programmes/futures/reviews/home-care',
  issues,
  `${issues}/the-survey`,
  `${issues}/the-survey/_change`,
  `${issues}/the-survey/_history`,
  `${issues}/the-survey/_strike-out`,
  `${issues}/the-survey/_undo`,
  `${issues}/the-survey/_correct/2?from=2026-11-01T00%3A00%3A00.000Z`,
  '/pages/programmes/futures/history',
  '/pages/programmes/futures/reviews/_new',
  '/pages/programmes/futures/reviews/home-care/_change',
  '/pages/programmes/futures/reviews/home-care/_life',
  '/pages/programmes/futures/reviews/home-care/_life/complete',
  '/pages/programmes/futures/reviews/home-care/_strike-out',
  '/pages/programmes/futures/reviews/home-care/stage/_work',
  '/pages/programmes/futures/reviews/home-care/ratings/_new',
  '/pages/programmes/futures/reviews/home-care/history',
  '/pages/programmes/futures/reviews/home-care/savings/_new',
  '/pages/programmes/futures/nothing-here/at-all/of-it/really',
];

it('Every screen is for everybody: axe finds nothing, and 320 pixels are wide enough', async () => {
  const { page, context } = await signIn(true);
  const faults: string[] = [];
  for (const path of screens) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${base}${path}`);
    // GOV.UK Frontend says of a radio that reveals something whether it is open, on purpose: alphagov/govuk-frontend issue 979.
    const found = (await accessibilityFaults(page)).filter((one) => !/^aria-allowed-attr: .*#.*-choice-\d/s.test(one));
    faults.push(...found.map((one) => `${path} ${one}`));
    await page.setViewportSize({ width: 320, height: 900 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) faults.push(`${path} is ${width} pixels wide`);
  }
  expect(faults).toEqual([]);
  await context.close();
}, 180_000);
