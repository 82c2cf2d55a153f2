import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { openBrowser } from './pages-browser.ts';

/* A way back from the sign-in service that anybody could have written, and a browser that keeps nothing. */

let browser: Browser;
let server: PageServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await startPageServer();
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context?.close();
  await server?.close();
});
const signInHeading = () => page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();

describe('An address that says that a sign-in failed', () => {
  const words = 'Call 0900 123 to unlock your account';
  const address = (state: string) =>
    `${server.address}/?${new URLSearchParams({ error: 'access_denied', error_description: words, state })}`;

  it.each(['', 'guessed'])(
    'shows none of its words where no sign-in was begun here, with the state "%s"',
    async (state) => {
      await page.goto(address(state));
      await signInHeading();
      expect(await page.getByRole('alert').textContent()).toContain('This sign-in was not begun here');
      expect(await page.locator('body').textContent()).not.toContain('0900');
      expect(new URL(page.url()).search).toBe('');
    },
  );

  it('shows none of them either where one was begun here, under another state', async () => {
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('#come-back').waitFor();
    await page.goto(address('guessed'));
    await signInHeading();
    expect(await page.locator('body').textContent()).not.toContain('0900');
  });
});

describe('A browser that keeps nothing', () => {
  beforeEach(async () => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
  });

  it('is shown the page, and told why it cannot sign in', async () => {
    await page.goto(server.address);
    await signInHeading();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect((await page.getByRole('alert').textContent())?.trim()).not.toBe('');
    await signInHeading();
  });

  it('is shown the page on the way back from the sign-in service too', async () => {
    await page.goto(`${server.address}/?code=some-code&state=some-state`);
    await signInHeading();
    expect(await page.getByRole('alert').textContent()).toContain('This sign-in was not begun here');
  });
});
