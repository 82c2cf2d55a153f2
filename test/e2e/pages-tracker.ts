import type { BrowserContext, Page } from 'playwright-core';
import { answered, type Client, startTracker } from '../support/running-tracker.ts';
import { openBrowser, signInOnPages } from './pages-browser.ts';

/** A tracker with one programme and one review in it, and a browser before its pages. */
export interface PagesTracker {
  readonly base: string;
  /** The API as the transformation team uses it. */
  readonly team: Client;
  signIn(
    javaScriptEnabled: boolean,
    role?: string,
    name?: string,
    organisation?: string,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  stop(): Promise<void>;
}

export const create = { 'If-None-Match': '*' } as const;

/** The month that it is. A programme that begins with it has no open month in its first days: what forms record is true from now. */
const thisMonth = (): string => new Date().toISOString().slice(0, 7);

/** One programme with one review. */
export const recordFutures = async (office: Client, team: Client): Promise<void> => {
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'futures' }, header: create },
      body: { name: 'Futures', council: 'Marlshire', reporting: { firstMonth: thisMonth() } } as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: { programmeId: 'futures', reviewId: 'home-care' }, header: create },
      body: { title: 'Home care', services: ['Home care'], sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] } as never,
    }),
  );
};

export const startPages = async (): Promise<PagesTracker> => {
  const [browser, tracker] = await Promise.all([openBrowser(), startTracker()]);
  const base = tracker.origin.replace('127.0.0.1', 'localhost');
  const office = await tracker.signIn('programme-office', 'Olive Office');
  const team = await tracker.signIn('transformation-team', 'Theo Team');
  await recordFutures(office, team);
  return {
    base,
    team,
    signIn: (withScript, role = 'transformation-team', name = 'Tara Team', organisation) =>
      signInOnPages(browser, base, { withScript, role, name, ...(organisation === undefined ? {} : { organisation }) }),
    stop: async () => {
      await browser.close();
      await tracker.stop();
    },
  };
};

/** Presses the button that a form ends with. */
export const save = (page: Page) => page.click('.govuk-button-group button');
