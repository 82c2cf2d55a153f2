import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A browser for the pages' tests; without one they fail rather than pass unseen. */
export const openBrowser = async (): Promise<Browser> => {
  if (!existsSync(path))
    throw new Error(
      `There is no Chromium at ${path}: install it (apt-get install chromium) or say where it is in CHROMIUM_PATH.`,
    );
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-background-networking'] });
};

/** What axe finds against WCAG 2.2 A and AA and good practice, one line to a fault. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((fault) =>
      fault.nodes.map((node) => `${fault.id}: ${fault.help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    );
  });
};

/** Somebody signed in on the pages, in a browser of their own. */
export const signInOnPages = async (
  browser: Browser,
  base: string,
  who: { readonly withScript: boolean; readonly role: string; readonly name: string; readonly organisation?: string },
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await browser.newContext({
    javaScriptEnabled: who.withScript,
    viewport: { width: 1280, height: 900 },
  });
  // A function that nobody has called yet takes a while on a machine that does much besides.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  await page.goto(`${base}/pages`);
  await page.click('a.govuk-button');
  await page.check(`#role-${who.role}`);
  await page.fill('#name', who.name);
  // The one that the sign-in page offers unless said.
  if (who.organisation !== undefined) await page.fill('#organisation', who.organisation);
  await page.click('button[type=submit]');
  return { context, page };
};

/** The button or the link that a person would press: the one with these words. */
export const press = (page: Page, words: string) => page.click(`main button.govuk-button:has-text("${words}")`);
export const follow = (page: Page, words: string) => page.click(`main a:has-text("${words}")`);
export const noticeOn = (page: Page) => page.textContent('.govuk-notification-banner__heading');

/** What keeps anybody from a page: what axe finds at three widths, and where it is wider than the window. */
export const faultsForAnybody = async (page: Page, open: () => Promise<unknown>): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const width of [1366, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await open();
    const where = `${new URL(page.url()).pathname} at ${width}`;
    // GOV.UK Frontend says of a radio that reveals something whether it is open, on purpose: alphagov/govuk-frontend issue 979.
    const found = (await accessibilityFaults(page)).filter((one) => !/^aria-allowed-attr: .*#.*-choice-\d/s.test(one));
    faults.push(...found.map((one) => `${where} ${one}`));
    const shown = await page.evaluate(() => document.documentElement.scrollWidth);
    if (shown > width) faults.push(`${where} is ${shown} pixels wide`);
    if (process.env.PICTURES !== undefined)
      await page.screenshot({
        path: `${process.env.PICTURES}/${where.replaceAll(/[ /]/g, '_')}.png`,
        fullPage: true,
      });
  }
  return faults;
};
