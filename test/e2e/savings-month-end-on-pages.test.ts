// @module-tag long
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { risk } from '#registers/risk/record.ts';
import { saving } from '#registers/saving/record.ts';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { faultsForAnybody, follow, noticeOn, openBrowser, press, signInOnPages } from './pages-browser.ts';

let browser: Browser;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let team: Client;
let base: string;
const at = (reviewId: string) => ({ programmeId: 'futures', reviewId });
const pages = (reviewId: string): string => `${base}/pages/programmes/futures/reviews/${reviewId}`;
const savingsUrl = '/programmes/{programmeId}/reviews/{reviewId}/savings';
const key = (name: string) => ({ 'Idempotency-Key': name });

const years = (forecast: number) => [{ year: '2026/27', plan: 400_000, forecast }];
const lines = Array.from({ length: 20 }, (_, n) => ({
  id: `line-${n + 1}`,
  record: { ...Object(saving.example), title: `Line ${n + 1} of twenty`, years: years(100_000) },
}));
const risks = ['Savings are late', 'The landlord refuses', 'Nobody tenders'].map((title, n) => ({
  id: `risk-${n + 1}`,
  record: { ...Object(risk.example), title },
}));

const openReview = async (reviewId: string, title: string): Promise<void> => {
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: at(reviewId), header: { 'If-None-Match': '*' } },
      body: { title, sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
    }),
  );
  await answered(
    team.POST(savingsUrl, {
      params: { path: at(reviewId), header: key(`lines-${reviewId}`) },
      body: { entries: lines } as never,
    }),
  );
  await answered(
    team.POST('/programmes/{programmeId}/reviews/{reviewId}/risks', {
      params: { path: at(reviewId), header: key(`risks-${reviewId}`) },
      body: { entries: risks } as never,
    }),
  );
};

const lineOf = (reviewId: string, n: number) =>
  answered(team.GET(`${savingsUrl}/{entryId}`, { params: { path: { ...at(reviewId), entryId: `line-${n}` } } }));

beforeAll(async () => {
  [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  base = tracker.origin.replace('127.0.0.1', 'localhost');
  const office = await tracker.signIn('programme-office', 'Olive Office');
  team = await tracker.signIn('transformation-team', 'Theo Team');
  // Whoever asks who they are is known by name from then on.
  await answered(team.GET('/me'));
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'futures' }, header: { 'If-None-Match': '*' } },
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
  ['without a script', false, 'plain'],
  ['with its script', true, 'scripted'],
] as const)('On pages %s', (_, withScript, reviewId) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    const who = { withScript, role: 'transformation-team', name: 'Tara Team' };
    ({ context, page } = await signInOnPages(browser, base, who));
  }, 60_000);
  afterAll(() => context?.close());
  const total = (sum: string) => page.textContent(`output[data-total=${sum}]`);
  const now = async () => {
    if ((await page.$('input[name=_from][value=now]')) === null) return;
    await page.$$eval('details', (all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    await page.check('input[name=_from][value=now]');
  };

  it('twenty savings lines are updated in one form, with totals before they are saved', async () => {
    await page.goto(`${pages(reviewId)}/savings`);
    await follow(page, 'Month-end update of all lines');
    expect(await total('forecast')).toBe('£2,000,000');
    await now();
    await page.fill('#lines-line-1-forecast', '£0.25m');
    await page.fill('#lines-line-2-claimed', '90k');
    await page.selectOption('#lines-line-3-state', 'atRisk');
    if (withScript) {
      expect(await total('forecast')).toBe('£2,150,000');
      expect(await total('claimed')).toBe('£90,000');
    }
    await press(page, 'Check the totals');
    expect(await total('forecast')).toBe('£2,150,000');
    expect(await page.inputValue('#lines-line-1-forecast')).toBe('250,000');
    await page.check('#rest');
    await press(page, 'Save all');
    expect(await noticeOn(page)).toBe('20 savings lines were saved.');
    const [first, second, third, twentieth] = await Promise.all([1, 2, 3, 20].map((n) => lineOf(reviewId, n)));
    expect(first?.record.years).toMatchObject([{ forecast: 250_000 }]);
    expect(second?.record.years).toMatchObject([{ claimedActual: 90_000 }]);
    expect(third?.record.years).toMatchObject([{ states: { atRisk: 400_000 } }]);
    expect(twentieth).toMatchObject({ version: 2, facts: { reviewedNoChange: { by: 'tara-team' } } });
  }, 60_000);

  it('what is wrong is said at its box, nothing is saved, and what was typed is there', async () => {
    await page.goto(`${pages(reviewId)}/savings/_month-end`);
    await now();
    await page.fill('#lines-line-4-forecast', 'lots');
    await page.fill('#lines-line-5-forecast', '5k');
    await press(page, 'Save all');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.textContent('.govuk-error-summary')).toContain('Line 4 of twenty, forecast: must be an amount');
    await page.click('.govuk-error-summary a');
    expect(await page.inputValue('#lines-line-5-forecast')).toBe('5k');
    expect((await lineOf(reviewId, 5)).version).toBe(2);
  }, 60_000);

  it('a line that somebody changed meanwhile is named with who and when, and the others wait for it', async () => {
    const put = async (n: number, change: object) => {
      const { record, version } = await lineOf(reviewId, n);
      return answered(
        team.PUT(`${savingsUrl}/{entryId}`, {
          params: {
            path: { ...at(reviewId), entryId: `line-${n}` },
            header: { 'If-Match': `"saving:futures/${reviewId}/line-${n}:${version}"` },
          },
          body: { ...record, ...change } as never,
        }),
      );
    };
    await page.goto(`${pages(reviewId)}/savings/_month-end`);
    await now();
    await page.fill('#lines-line-6-forecast', '6k');
    await page.fill('#lines-line-7-forecast', '7k');
    await put(6, { years: years(66_000) });
    await put(7, { title: 'Line 7, renamed' });
    await press(page, 'Save all');
    expect(await page.textContent('.govuk-error-summary')).toContain('Nothing was recorded');
    expect(await page.textContent('#lines-line-6-forecast-error')).toContain('Theo Team changed it on');
    expect(await page.textContent('#lines-line-6-forecast-error')).toContain('to £66,000');
    expect((await lineOf(reviewId, 7)).record.years).toMatchObject([{ forecast: 100_000 }]);
    await press(page, 'Save all');
    expect(await noticeOn(page)).toBe('2 savings lines were saved.');
    expect((await lineOf(reviewId, 6)).record.years).toMatchObject([{ forecast: 6_000 }]);
    expect((await lineOf(reviewId, 7)).record).toMatchObject({
      title: 'Line 7, renamed',
      years: [{ forecast: 7_000 }],
    });
  }, 60_000);

  it('what is sent twice from the same page is done once', async () => {
    await page.goto(`${pages(reviewId)}/savings/_month-end`);
    await now();
    const form = Object.fromEntries(
      await page.$$eval('main form[method=post] input[type=hidden]', (all) =>
        all.map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']),
      ),
    );
    const send = () =>
      context.request.post(`${pages(reviewId)}/savings/_month-end`, {
        form: { ...form, _from: 'now', 'lines/line-9/forecast': '9k' },
        headers: { origin: base },
        maxRedirects: 0,
      });
    const { version } = await lineOf(reviewId, 9);
    expect((await Promise.all([send(), send()])).map((answer) => answer.status())).toEqual([303, 303]);
    expect((await lineOf(reviewId, 9)).version).toBe(version + 1);
  }, 60_000);

  it('three risks are recorded as reviewed without a change, in one form', async () => {
    await page.goto(`${pages(reviewId)}/risks`);
    await follow(page, 'Reviewed, no change');
    await now();
    await press(page, 'Save');
    expect(await page.textContent('.govuk-error-summary')).toContain('tick what was reviewed');
    for (const n of [1, 2, 3]) await page.check(`#entries-risk-${n}-reviewed`);
    await page.fill('#comment', 'With their owners');
    await press(page, 'Save');
    expect(await noticeOn(page)).toBe('3 risks were recorded as reviewed, without a change.');
    const { items } = await answered(
      team.GET('/programmes/{programmeId}/reviews/{reviewId}/risks', { params: { path: at(reviewId) } }),
    );
    expect(items.map(({ facts }) => facts)).toMatchObject(risks.map(() => ({ reviewedNoChange: { by: 'tara-team' } })));
  }, 60_000);

  it('what only the other changed is kept, and nobody is asked', async () => {
    await page.goto(`${pages(reviewId)}/savings/_month-end`);
    await now();
    await page.fill('#lines-line-8-forecast', '8k');
    const { record, version } = await lineOf(reviewId, 8);
    await answered(
      team.PUT(`${savingsUrl}/{entryId}`, {
        params: {
          path: { ...at(reviewId), entryId: 'line-8' },
          header: { 'If-Match': `"saving:futures/${reviewId}/line-8:${version}"` },
        },
        body: { ...record, budgetLine: 'Estates' } as never,
      }),
    );
    await press(page, 'Save all');
    expect(await noticeOn(page)).toBe('1 savings line was saved.');
    expect((await lineOf(reviewId, 8)).record).toMatchObject({ budgetLine: 'Estates', years: [{ forecast: 8_000 }] });
  }, 60_000);
});

it('A box of the month-end update has room for a figure on a desk and on a phone, also where nothing is claimed yet', async () => {
  const who = { withScript: true, role: 'transformation-team', name: 'Tara Team' };
  const { page, context } = await signInOnPages(browser, base, who);
  await page.goto(`${pages('looked-at')}/savings/_month-end`);
  for (const width of [1280, 970, 800, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const widths = await page.$$eval('.tracker-in-cell input[type=text]', (all) =>
      all.map((one) => one.getBoundingClientRect().width),
    );
    expect(widths.length).toBeGreaterThan(0);
    expect(Math.min(...widths)).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await context.close();
}, 60_000);

it('Every screen of these is for everybody: axe finds nothing, and 320 pixels are wide enough', async () => {
  const who = { withScript: true, role: 'transformation-team', name: 'Tara Team' };
  const { page, context } = await signInOnPages(browser, base, who);
  const grid = `${pages('looked-at')}/savings/_month-end`;
  const withFault = async () => {
    await page.goto(grid);
    await page.fill('#lines-line-4-forecast', 'lots');
    await page.check('#lines-line-5-unchanged');
    await page.fill('#lines-line-5-claimed', '5');
    await press(page, 'Save all');
  };
  const faults = [
    ...(await faultsForAnybody(page, () => page.goto(`${pages('looked-at')}/savings`))),
    ...(await faultsForAnybody(page, () => page.goto(`${pages('looked-at')}/risks/_reviewed`))),
    ...(await faultsForAnybody(page, withFault)),
    ...(await faultsForAnybody(page, () => page.goto(grid))),
  ];
  expect(faults).toEqual([]);
  await context.close();
}, 180_000);
