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
const faultsShown = async (page: Page, name: string, at = widths): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const width of at) {
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

/** The button with which a form is sent; none where the page has no form. */
const buttonOf = (page: Page) =>
  page.locator('main form[method=post]').last().locator('button:not([name]):not([aria-hidden])');

/** What is in the boxes of a form, by their names. */
const typedIn = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.$$eval('main form[method=post] :is(input:is([type=text], :not([type])), textarea)', (boxes) =>
    Object.fromEntries(
      boxes.map((box) => [box.getAttribute('name') ?? '', (box as HTMLInputElement).value.replaceAll('\r\n', '\n')]),
    ),
  );

/** Fills in each box with what it does not take: no day, words for an amount, a choice that is not offered, more letters than there is room for. */
const fillWrongly = (page: Page): Promise<void> =>
  page.$$eval('main form[method=post]', (forms) => {
    const long = `${'Lengthy '.repeat(600)}${'w'.repeat(200)}`;
    const partOf: Readonly<Record<string, string>> = { day: '32', month: 'Smarch', year: 'soon' };
    for (const box of forms.at(-1)?.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select') ??
      []) {
      const part = /[/](day|month|year)$/.exec(box.name)?.[1];
      if (box.type === 'radio' || box.type === 'checkbox') {
        if (box.name === '_from') continue;
        box.value = 'not-offered';
        box.checked = true;
      } else if (box.tagName === 'SELECT') {
        box.append(new Option('Not offered', 'not-offered', true, true));
        box.value = 'not-offered';
      } else if (box.type !== 'file')
        box.value = part !== undefined ? (partOf[part] ?? '') : box.inputMode === 'numeric' ? 'lots' : long;
    }
  });

/** Makes the form one of another version, in which all that it shows was other: whoever sends it changed what somebody else changed. */
const makeStale = (page: Page): Promise<boolean> =>
  page.$$eval('main form[method=post]', (forms) => {
    const form = forms.at(-1);
    const held = (name: string) => form?.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
    const [version, before] = [held('_version'), held('_before')];
    const box = form?.querySelector<HTMLInputElement>('textarea, input[type=text]:not([inputmode])');
    if (!version || !before || !box) return false;
    version.value = version.value.replace(/\d+"$/, '999"');
    before.value = JSON.stringify(
      Object.fromEntries(Object.keys(JSON.parse(before.value)).map((name) => [name, 'Other'])),
    );
    box.value = 'Typed by me';
    return true;
  });

const statesOfForms = { wrongly: fillWrongly, stale: makeStale } as const;

/** Sends a form in such a state. What was typed must be there when it comes back. */
export const faultsOfState = async (
  page: Page,
  url: string,
  name: string,
  state: keyof typeof statesOfForms,
  at: readonly number[] = widths,
): Promise<readonly string[] | 'no such form'> => {
  await page.goto(url);
  const button = buttonOf(page);
  if ((await button.count()) === 0) return 'no such form';
  if ((await statesOfForms[state](page)) === false) return 'no such form';
  const typed = await typedIn(page);
  if (Object.keys(typed).length === 0) return 'no such form';
  // A form that comes back is led to an address of its own.
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303),
    page.waitForEvent('load'),
    button.first().evaluate((pressed: HTMLButtonElement) => pressed.form?.submit()),
  ]);
  const status = answer.status();
  // What an act asks besides is not filled in: it is not yet the version that is in the way.
  if (state === 'stale' && status !== 412) return 'no such form';
  const called = `${name} filled in ${state}`;
  const faults = status < 400 || status >= 500 ? [`is answered ${status}`] : [];
  if (!(await page.title()).startsWith('Error:')) faults.push(`is called "${await page.title()}"`);
  const kept = await typedIn(page);
  for (const [box, text] of Object.entries(typed)) if (kept[box] !== text) faults.push(`${box} lost what was typed`);
  return [...faults.map((fault) => `${called}: ${fault}`), ...(await faultsShown(page, called, [...at]))];
};
