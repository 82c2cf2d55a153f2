import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reportCsv } from '#web/report-csv.ts';
import { aFile, type PageServer, startPageServer } from '../support/page-server.ts';
import { richLines, richReport } from '../support/report-fixture.ts';
import { accessibilityFaults, openBrowser } from './pages-browser.ts';

let browser: Browser;
let server: PageServer;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  server = await startPageServer();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
});
afterEach(async () => {
  await context?.close();
  await server?.close();
});

const signIn = async (hash = '') => {
  await page.goto(`${server.address}/${hash}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('#come-back').click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
};

const report = () => page.frameLocator('iframe');
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

describe('The way in for a person', () => {
  it('signs in with a proof key, and forgets state and verifier after the round trip', async () => {
    await signIn();
    await heading('Programmes');
    expect(await page.locator('#person').textContent()).toContain('Signed in as Ann Board');
    expect(server.exchanges).toHaveLength(1);
    expect(Object.fromEntries(server.exchanges[0] ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      client_id: 'tracker',
      code: 'the-code',
      redirect_uri: `${server.address}/`,
      code_verifier: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    });
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(page.url()).toBe(`${server.address}/`);
    expect(complaints).toEqual([]);
  });

  it('leads from the programmes by way of the months to the report, under the strict policy', async () => {
    await signIn();
    await page.getByRole('link', { name: 'Facing <b>Outwards</b>' }).click();
    await heading('Facing <b>Outwards</b>');
    expect(await page.locator('.list a').allTextContents()).toEqual(['April 2014', 'March 2014']);
    expect(await page.locator('.list li').first().textContent()).toContain(
      'Revision 2: a return was late, published 6 May 2014',
    );
    await page.getByRole('link', { name: 'April 2014' }).click();
    await report().getByRole('heading', { level: 1 }).waitFor();
    expect(await report().locator('h1').textContent()).toBe('Facing OutwardsPhase 1');
    // The style came through: without its hash in the policy the council would stand in the browser's own black.
    expect(
      await report()
        .locator('.council')
        .evaluate((one) => getComputedStyle(one).color),
    ).toBe('rgb(12, 90, 99)');
    expect(complaints).toEqual([]);
  });

  it('opens a link to a month straight after signing in, and shows the whole report without a second scroll bar', async () => {
    await signIn('#/facing-outwards/2014-04');
    await report().getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toBe(`${server.address}/#/facing-outwards/2014-04`);
    await page.waitForFunction(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 5_000);
    const [frame, inside] = await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      return [frame?.offsetHeight ?? 0, frame?.contentDocument?.body.offsetHeight ?? 0];
    });
    expect(frame).toBe(inside);
  });

  it('takes the latest month where none is named', async () => {
    await signIn('#/facing-outwards/latest');
    await heading('Facing <b>Outwards</b>: April 2014');
    expect(server.requests.map((one) => one.path)).toContain('/programmes/facing-outwards/reports/2014-04');
  });

  it('leads to the public view of the report and back, by the keyboard too', async () => {
    await signIn('#/facing-outwards/2014-04');
    await report().getByRole('heading', { level: 1 }).waitFor();
    const queries = () => server.requests.filter((one) => one.path.endsWith('/2014-04')).map((one) => one.query);
    const askedBefore = queries().length;
    await page.getByRole('link', { name: 'Show the public view: what the council may publish' }).press('Enter');
    await heading('Facing <b>Outwards</b>: April 2014, public view');
    expect(page.url()).toBe(`${server.address}/#/facing-outwards/2014-04/public`);
    expect(queries().slice(askedBefore)).toEqual(['?view=public']);
    await page.getByRole('link', { name: 'Show everything that you may read' }).click();
    await page.getByRole('link', { name: 'Show the public view: what the council may publish' }).waitFor();
    expect(queries().at(-1)).toBe('');
    expect(complaints).toEqual([]);
  });

  it('offers no public view to whoever sees no other', async () => {
    await signIn('#/facing-outwards/2014-03');
    await report().getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Show the public view' }).count()).toBe(0);
  });

  it('goes to a part of the report by its contents, and stays on the page', async () => {
    await signIn('#/facing-outwards/2014-04');
    await report().getByRole('link', { name: 'Findings in full' }).click();
    await page.waitForFunction(() => window.scrollY > 2_000);
    expect(await report().locator('h1').count()).toBe(1);
    expect(page.url()).toBe(`${server.address}/#/facing-outwards/2014-04`);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['Download JSON', 'json', JSON.stringify(richReport)],
    ['Download CSV', 'csv', reportCsv(richReport, richLines)],
    ['Download Excel', 'xlsx', aFile],
    ['Download PDF', 'pdf', aFile],
    ['Download ZIP', 'zip', aFile],
  ])('%s gives the file as the tracker answered it', async (button, ending, expected) => {
    await signIn('#/facing-outwards/2014-04');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`facing-outwards-2014-04.${ending}`);
    expect(await readFile(await file.path())).toEqual(Buffer.from(expected));
    expect(complaints).toEqual([]);
  });

  it('prints the report and not the page around it', async () => {
    await signIn('#/facing-outwards/2014-04');
    await report().locator('footer').waitFor();
    await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentWindow;
      if (inside) inside.print = () => document.body.setAttribute('data-printed', 'the report');
      window.print = () => document.body.setAttribute('data-printed', 'the page');
    });
    await page.getByRole('button', { name: 'Print' }).click();
    expect(await page.getAttribute('body', 'data-printed')).toBe('the report');
  });

  it.each([
    ['the page', 'Control+p', 'h1'],
    ['the page', 'Meta+p', 'h1'],
    ['the report', 'Control+p', null],
  ])('prints the report where %s has the focus and %s is pressed', async (_where, keys, focus) => {
    await signIn('#/facing-outwards/2014-04');
    await report().locator('footer').waitFor();
    await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentWindow;
      if (inside) inside.print = () => document.body.setAttribute('data-printed', 'the report');
    });
    await (focus === null ? report().getByRole('link', { name: 'Savings' }) : page.locator(focus)).focus();
    await page.keyboard.press(keys);
    expect(await page.getAttribute('body', 'data-printed')).toBe('the report');
  });

  it('does not print the report any more once another screen is shown', async () => {
    await signIn('#/facing-outwards/2014-04');
    await report().locator('footer').waitFor();
    await page.getByRole('link', { name: 'All months' }).click();
    await heading('Facing <b>Outwards</b>');
    await page.evaluate(() =>
      window.addEventListener('keydown', (event) =>
        document.body.setAttribute('data-caught', String(event.defaultPrevented)),
      ),
    );
    await page.keyboard.press('Control+p');
    expect(await page.getAttribute('body', 'data-caught')).toBe('false');
  });

  it('says on one page how to print a report, where the browser prints the page around it', async () => {
    await signIn('#/facing-outwards/2014-04');
    await report().locator('footer').waitFor();
    await page.waitForFunction(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 5_000);
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('body').innerText()).trim()).toBe(
      'To print this report, use the Print button of its page, or download the HTML and print that.',
    );
  });

  it('says in words what the tracker refused', async () => {
    await signIn('#/facing-outwards/2030-05');
    await heading('No report is published for this month');
    expect(await page.locator('main').textContent()).toContain('No report of May 2030 is published.');
  });

  it('says that there is nothing at an address of no shape it knows', async () => {
    await signIn('#/Facing Outwards/../2014');
    await heading('There is nothing at this address');
    expect(server.requests).toEqual([]);
  });

  it('asks to sign in again when the token has run out, and comes back to the same month', async () => {
    await signIn('#/facing-outwards');
    const month = page.getByRole('link', { name: 'April 2014' });
    // Run out before the months are there, the token would be refused for them and the link would never come.
    await month.waitFor();
    server.expireTokens();
    await month.click();
    await heading('Sign in');
    expect(await page.getByRole('alert').textContent()).toBe('Your sign-in has run out. Please sign in again.');
    expect(page.url()).toContain('#/facing-outwards/2014-04');
  });

  it('forgets the token on signing out and on reloading', async () => {
    await signIn();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading('Sign in');
    expect(await page.locator('#person').textContent()).toBe('');
    await signIn();
    await page.reload();
    await heading('Sign in');
  });

  it('does not take a sign-in that was begun elsewhere', async () => {
    await page.goto(`${server.address}/?code=stolen&state=guessed`);
    await heading('Sign in');
    expect(await page.getByRole('alert').textContent()).toContain('This sign-in was not begun here');
    expect(server.exchanges).toEqual([]);
  });

  it('does not sign in at an issuer that names itself otherwise', async () => {
    server.impostor();
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('not the one that the tracker trusts');
  });

  it('can be used by keyboard alone, each screen announcing its heading', async () => {
    await signIn();
    await heading('Programmes');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Programmes');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading('Facing <b>Outwards</b>');
    expect(await page.title()).toBe('Facing <b>Outwards</b> - Transformation tracker');
  });

  it('can be read by everybody where it asks to sign in', async () => {
    expect(await faultsAt('', async () => {})).toEqual([]);
  });

  it.each([
    ['', 'Programmes'],
    ['#/facing-outwards', 'Facing <b>Outwards</b>'],
    ['#/facing-outwards/2014-04', 'Facing <b>Outwards</b>: April 2014'],
  ])('can be read by everybody at "%s"', async (hash, title) => {
    const faults = await faultsAt(hash, async (opened) => {
      await opened.getByRole('button', { name: 'Sign in' }).click();
      await opened.locator('#come-back').click();
      await opened.getByRole('heading', { level: 1, name: title }).waitFor();
    });
    expect(faults).toEqual([]);
  });
});

/** What axe finds in a context of its own: axe is evaluated as a script, which the page's policy forbids. */
const faultsAt = async (hash: string, go: (opened: Page) => Promise<void>): Promise<readonly string[]> => {
  const lenient = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
  const opened = await lenient.newPage();
  await opened.goto(`${server.address}/${hash}`);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  await go(opened);
  const faults = await accessibilityFaults(opened);
  await lenient.close();
  return faults;
};
