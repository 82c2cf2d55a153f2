// @module-tag long
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saving } from '#registers/saving/record.ts';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { faultsForAnybody, follow, noticeOn, openBrowser, press, signInOnPages } from './pages-browser.ts';

/*
 * A finance system signs in by itself and sends a period of its ledger; finance sees it beside what is claimed, and validates (docs/ledger.md,
 * SAVINGS-25).
 */

let browser: Browser;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let base: string;
let finance: Page;
const create = { 'If-None-Match': '*' } as const;
const review = { programmeId: 'futures', reviewId: 'home-care' };
const inProgramme = '/pages/programmes/futures';

const record = async (office: Client, team: Client): Promise<void> => {
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'futures' }, header: create },
      body: { name: 'Futures', council: 'Marlshire', reporting: { firstMonth: '2026-10' } } as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: review, header: create },
      body: { title: 'Home care', sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
    }),
  );
  for (const [id, title, code, claimedActual] of [
    ['depots', 'Four depots', 'DEP-1', 120_000],
    ['fleet', 'Fleet', 'FLE-1', 8_000],
  ] as const) {
    await answered(
      office.PUT('/programmes/{programmeId}/budget-lines/{entryId}', {
        params: { path: { programmeId: 'futures', entryId: id }, header: create },
        body: { title, year: '2026/27', code, budget: 900_000 } as never,
      }),
    );
    await answered(
      team.PUT('/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}', {
        params: { path: { ...review, entryId: id }, header: create },
        body: {
          ...Object(saving.example),
          title,
          budgetLine: code,
          years: [{ year: '2026/27', plan: 400_000, claimedActual }],
        } as never,
      }),
    );
  }
};

/** As docs/ledger.md has it: a token of its own, then one request. */
const sendPeriod = async (saved: number): Promise<{ status: number; body: { version: number } }> => {
  const token = await fetch(`${base}/local-issuer/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('finance-ledger:any').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token } = await token.json();
  const answer = await fetch(`${base}/programmes/futures/ledger-periods/2026-27-p07`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      lines: [
        { code: 'DEP-1', actual: 500_000, saved: 120_000 },
        { code: 'FLE-1', actual: 60_000, saved },
      ],
      total: 560_000,
    }),
  });
  return { status: answer.status, body: await answer.json() };
};

beforeAll(async () => {
  [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  base = tracker.origin.replace('127.0.0.1', 'localhost');
  await record(
    await tracker.signIn('programme-office', 'Olive Office'),
    await tracker.signIn('transformation-team', 'Theo Team'),
  );
  finance = (await signInOnPages(browser, base, { withScript: false, role: 'finance', name: 'Fay Finance' })).page;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

it('A finance system sends a period by itself, once and again, and corrects it', async () => {
  expect(await sendPeriod(5_000)).toMatchObject({ status: 201, body: { version: 1 } });
  expect(await sendPeriod(5_000)).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await sendPeriod(6_000)).toMatchObject({ status: 200, body: { version: 2 } });
}, 60_000);

it('Finance sees what the ledger shows, on screens that are for everybody: axe finds nothing, and 320 pixels are wide enough', async () => {
  const line = `${inProgramme}/reviews/home-care/savings/depots`;
  // What axe finds is asked of a page that runs scripts.
  const { page } = await signInOnPages(browser, base, { withScript: true, role: 'finance', name: 'Fay Finance' });
  const faults: string[] = [];
  for (const path of [
    `${inProgramme}/to-validate`,
    line,
    `${line}/_validate/2026-27`,
    `${inProgramme}/own/ledger-periods/2026-27-p07`,
  ])
    faults.push(...(await faultsForAnybody(page, () => page.goto(`${base}${path}`))));
  expect(faults).toEqual([]);
  await finance.goto(`${base}${inProgramme}/to-validate`);
  const list = await finance.textContent('main');
  for (const words of ['£120,000', 'Agrees', 'By October 2026, DEP-1', '£2,000 less than is claimed'])
    expect(list).toContain(words);
}, 240_000);

it('A claim that the ledger agrees with is validated in one act', async () => {
  await finance.goto(`${base}${inProgramme}/to-validate`);
  await follow(finance, 'Four depots');
  expect(await finance.textContent('main')).toContain('£120,000, as claimed and as the ledger shows');
  await press(finance, 'Validate');
  expect(await noticeOn(finance)).toBe('£120,000 of 2026/27 was validated: Four depots.');
  await follow(finance, 'Fleet');
  await press(finance, 'Validate');
  expect(await finance.title()).toMatch(/^Error: /);
}, 60_000);
