import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../e2e/pages-browser.ts';

/** GOV.UK Frontend says of a radio that reveals something whether it is open, on purpose: alphagov/govuk-frontend issue 979. */
const isOnPurpose = (fault: string): boolean => /^aria-allowed-attr: .*#.*-choice-\d/s.test(fault);

/** Photographs what is shown, to be looked at: `PICTURES=<folder>`. */
const photograph = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES === undefined) return;
  await page.screenshot({ path: `${process.env.PICTURES}/${name.replaceAll(/[^\w-]+/g, '_')}.png`, fullPage: true });
};

/** A window of 1,280 pixels as it is, at 200% and at 400%. */
const widths = [1280, 640, 320];

/** What keeps anybody from what is shown: by axe, and where it is wider than the window. */
const faultsShown = async (page: Page, name: string): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const shown = await page.evaluate(() => document.documentElement.scrollWidth);
    if (shown > width) faults.push(`it is ${shown} pixels wide in ${width}`);
    await photograph(page, `${name} ${width}`);
  }
  faults.push(...(await accessibilityFaults(page)).filter((fault) => !isOnPurpose(fault)));
  return faults.map((fault) => `${name}: ${fault}`);
};

/** What keeps anybody from a screen as it opens. */
export const faultsOf = async (page: Page, url: string, name: string, status = 200): Promise<readonly string[]> => {
  const answer = await page.goto(url);
  if (answer?.status() !== status) return [`${name}: answers ${answer?.status()}`];
  return faultsShown(page, name);
};

/** What keeps anybody from a screen as it comes back when what can be emptied of its form was; none where it has no form. */
export const faultsOnceSent = async (page: Page, url: string, name: string): Promise<readonly string[] | 'no form'> => {
  await page.goto(url);
  const button = page.locator('main form[method=post]').last().locator('button:not([name]):not([aria-hidden])');
  if ((await button.count()) === 0) return 'no form';
  await button.first().evaluate((pressed: HTMLButtonElement) => {
    const boxes = pressed.form?.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea') ?? [];
    for (const box of boxes)
      if (box.type === 'radio' || box.type === 'checkbox') box.checked = false;
      else box.value = '';
  });
  await Promise.all([page.waitForEvent('load'), button.first().click()]);
  const [title, summary] = [await page.title(), await page.$('.govuk-error-summary')];
  const faults = await faultsShown(page, `${name} once sent`);
  return (summary !== null) === title.startsWith('Error:')
    ? faults
    : [`${name} once sent: is called "${title}"`, ...faults];
};
