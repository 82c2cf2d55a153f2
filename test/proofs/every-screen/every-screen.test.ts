// @module-tag long
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#schemas/people.ts';
import { screensOf } from '#web/pages/routes.ts';
import { openBrowser, signInOnPages } from '../../e2e/pages-browser.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../../support/pages-for-walkers.ts';
import { organisations } from '../../support/role-record.ts';
import { counted, isProved } from '../running.ts';
import { faultsOf, faultsOfState, faultsOnceSent } from './for-everybody.ts';
import { type ReachedScreen, reachedBy } from './reached.ts';
import { recordAll } from './recorded.ts';

/*
 * Every screen there is, reached by links from somebody's own work, is for everybody: as it opens, and as it comes back when its form is sent with
 * nothing filled in: WCAG 2.2 AA by axe, and as wide as its window at 100%, 200% and 400%. `npm run test:long` opens those that are made by hand
 * and those of one register, `npm run prove` all.
 */

const people: readonly (readonly [role: Role, name: string, organisation: string])[] = [
  ['programme-office', 'Pat Office', organisations.own],
  ['transformation-team', 'Tara Team', organisations.own],
  ['sro', 'Sam Sro', organisations.own],
  ['finance', 'Fay Finance', organisations.own],
  ['assurance', 'Asha Assurance', organisations.own],
  ['programme-office', 'Orla Office', organisations.other],
];

/** Of the screens that declarations make those of one register stand for all, and the lists: the same code makes them. */
const isTried = (screen: string): boolean =>
  isProved ||
  /\/reviews\/\{reviewId\}\/risks/.test(screen) ||
  !/\/own\/|\{entryId\}|\{reviewId\}\/[a-z-]+\/_(?:new|reviewed|workbook)$/.test(screen);
/** Files are read by their own tests, and this one leads on. */
const isPage = (screen: string): boolean => !/\/(?:pdf|xlsx|csv|zip|json|html|file)$|\/month-end$/.test(screen);
const isMeant = (screen: string): boolean => isTried(screen) && isPage(screen);

let pages: PagesForWalkers;
let browser: Browser;
const reached: ReachedScreen[] = [];
/** Of each person a page in a browser of their own. */
const pageOf = new Map<string, Page>();

beforeAll(async () => {
  [pages, browser] = await Promise.all([startPagesForWalkers(), openBrowser()]);
  await pages.recordingInTime(recordAll);
  for (const [role, name, organisation] of people) {
    const { page } = await signInOnPages(browser, pages.address, { withScript: true, role, name, organisation });
    pageOf.set(name, page);
  }
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

it('Links lead from somebody’s own work to every screen', async () => {
  for (const [role, name, organisation] of people) {
    const found = await reachedBy(await pages.walker(role, name, organisation), name, isMeant);
    reached.push(...found.filter(({ screen }) => reached.every((one) => one.screen !== screen)));
  }
  const missing = screensOf()
    .map(({ path }) => path)
    .filter((path) => isMeant(path) && reached.every(({ screen }) => screen !== path));
  expect(missing).toEqual([]);
}, 600_000);

const opened = ({ name }: ReachedScreen): Page => {
  const page = pageOf.get(name);
  if (page === undefined) throw new Error(`${name} is not signed in`);
  return page;
};

it('Every screen is for everybody as it opens', async ({ task }) => {
  const faults: string[] = [];
  for (const one of reached)
    faults.push(...(await faultsOf(opened(one), `${pages.address}${one.address}`, one.screen)));
  const [first] = reached;
  if (first !== undefined)
    faults.push(...(await faultsOf(opened(first), `${pages.address}/pages/nothing/here`, 'What is not there', 404)));
  expect(faults).toEqual([]);
  counted({ task }, { screens: reached.length });
}, 1_800_000);

/** `npm run test:long` fills in the forms of one register, on the narrowest window; `npm run prove` all, on every one. */
const isFilledIn = ({ screen }: ReachedScreen): boolean =>
  isProved || /\/reviews\/(?:_new|\{reviewId\}\/risks\/(?:_new|\{entryId\}\/_change))$/.test(screen);

it.each([
  ['filled in wrongly', 'wrongly'],
  ['of another version', 'stale'],
] as const)(
  'Every form is for everybody as it comes back %s, and holds what was typed',
  async (_, state) => {
    const faults: string[] = [];
    let sent = 0;
    for (const one of reached.filter(isFilledIn)) {
      const url = `${pages.address}${one.address}`;
      const found = await faultsOfState(opened(one), url, one.screen, state, isProved ? undefined : [320]);
      if (found === 'no such form') continue;
      sent += 1;
      faults.push(...found);
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(0);
  },
  1_800_000,
);

// Last: a form that asks for nothing is done so, and others may then have another version before them.
it('Every form is for everybody as it comes back when nothing is filled in', async ({ task }) => {
  const faults: string[] = [];
  let sent = 0;
  for (const one of reached) {
    const found = await faultsOnceSent(opened(one), `${pages.address}${one.address}`, one.screen);
    if (found === 'no form') continue;
    sent += 1;
    faults.push(...found);
  }
  expect(faults).toEqual([]);
  counted({ task }, { forms: sent });
}, 1_800_000);
