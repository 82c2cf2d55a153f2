import type { Browser, Page } from 'playwright-core';
import type { Role } from '#schemas/people.ts';
import { signInOnPages } from '../pages-browser.ts';
import { type Hands, keyboard, pointer } from './hands.ts';

/** How somebody works: with the pointer or by keyboard alone, with the pages' script or without. */
export interface Way {
  readonly by: 'pointer' | 'keyboard';
  readonly withScript: boolean;
}

/** Who closes a month of the worked example, each in their role; those of its own people under the names that it records them by. */
const names = {
  office: ['programme-office', 'Programme office manager'],
  team: ['transformation-team', 'Transformation lead'],
  sro: ['sro', 'Director of Customer and Communities'],
  finance: ['finance', 'Finance business partner'],
  assurance: ['assurance', 'Head of programme assurance'],
  board: ['board', 'Chair of the board'],
} as const satisfies Record<string, readonly [Role, string]>;

export type Who = keyof typeof names;
export type Ways = Readonly<Record<Who, Way>>;
export type People = Readonly<Record<Who, Hands>>;

export const allBy = (way: Way): Ways => ({
  ...{ office: way, team: way, sro: way },
  ...{ finance: way, assurance: way, board: way },
});

/** Each of the ways, the hardest steps by keyboard: the SRO's without a script, assurance's with it. */
export const eachInAnotherWay: Ways = {
  office: { by: 'pointer', withScript: false },
  team: { by: 'pointer', withScript: true },
  sro: { by: 'keyboard', withScript: false },
  finance: { by: 'pointer', withScript: false },
  assurance: { by: 'keyboard', withScript: true },
  board: { by: 'pointer', withScript: true },
};

const signIn = async (browser: Browser, base: string, who: Who, { by, withScript }: Way): Promise<Hands> => {
  const [role, name] = names[who];
  const { page } = await signInOnPages(browser, base, { withScript, role, name });
  return by === 'pointer' ? pointer(page) : keyboard(page);
};

/** Everybody, each signed in in a browser of their own. */
export const signInAll = async (browser: Browser, base: string, ways: Ways): Promise<People> => ({
  office: await signIn(browser, base, 'office', ways.office),
  team: await signIn(browser, base, 'team', ways.team),
  sro: await signIn(browser, base, 'sro', ways.sro),
  finance: await signIn(browser, base, 'finance', ways.finance),
  assurance: await signIn(browser, base, 'assurance', ways.assurance),
  board: await signIn(browser, base, 'board', ways.board),
});

export const read = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';
