import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/running-tracker.ts';
import { accessibilityFaults, openBrowser } from './pages-browser.ts';

/* docs/meaning.md REPORT-32, REPORT-33: page one is one page of A4, and the pages before the annex are few, as a browser prints them. */

export const printedPages = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

/** Takes away whatever stands behind, and with, the first element of that kind. */
export const cutFrom = (page: Page, selector: string): Promise<void> =>
  page.evaluate((from) => {
    const first = document.querySelector(from);
    while (first?.nextElementSibling) first.nextElementSibling.remove();
    first?.remove();
    document.querySelector('footer')?.remove();
  }, selector);

const april = '/pages/programmes/facing-the-challenge/reports/2014-04';

/** A report among the pages for people, for somebody of the board who signs in on the way to it. */
export const itShowsReportsOnPages = (address: () => string): void => {
  it('a report is a page of its own, in its own style, with its files and the months beside it', async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const refused: string[] = [];
      page.on('console', (said) => {
        if (said.type() === 'error') refused.push(said.text());
      });
      await page.goto(`${address().replace('127.0.0.1', 'localhost')}${april}`);
      await page.check('#role-board');
      await page.fill('#name', 'Bea Board');
      await page.click('button[type=submit]');
      await page.waitForURL(`**${april}`);
      expect(await page.locator('h1').allTextContents()).toEqual(['Board report for April 2014']);
      expect(await page.locator('iframe').count()).toBe(0);
      const title = page.locator('.board-report .asked > strong', { hasText: 'What must we decide?' });
      expect(await title.evaluate((one) => getComputedStyle(one).fontWeight)).toBe('600');
      expect(await title.evaluate((one) => getComputedStyle(one).fontFamily)).toMatch(/^system-ui/);
      expect(await accessibilityFaults(page)).toEqual([]);
      const [paper] = await Promise.all([page.waitForEvent('download'), page.click(`a[href="${april}/pdf"]`)]);
      expect(paper.suggestedFilename()).toMatch(/^facing-the-challenge-2014-04-r\d+\.pdf$/);
      expect((await readFile(await paper.path())).toString('latin1', 0, 5)).toBe('%PDF-');
      const [file] = await Promise.all([page.waitForEvent('download'), page.click(`a[href="${april}/csv"]`)]);
      expect(file.suggestedFilename()).toMatch(/^facing-the-challenge-2014-04-r\d+\.csv$/);
      await page.click('a:text-is("March 2014")');
      await page.waitForURL('**/reports/2014-03');
      expect(refused).toEqual([]);
    } finally {
      await browser.close();
    }
  });
};

/** What the sample programmes come to on paper. */
export const itPrintsShortPacks = (board: () => Client): void => {
  describe('The pack of a programme of some ten reviews, printed on A4', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.close());

    it.each([
      ['exampleshire-futures', '2025-10'],
      ['facing-the-challenge', '2014-04'],
    ])('of %s, %s, has page one on one page, and at most four before the annex', async (programmeId, month) => {
      const { data } = await board().GET('/programmes/{programmeId}/reports/{month}', {
        params: { path: { programmeId, month } },
        headers: { Accept: 'text/html' },
        parseAs: 'text',
      });
      const page = await browser.newPage();
      await page.setContent(String(data));
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await printedPages(page)).toBeGreaterThan(4);
      await cutFrom(page, '#annex');
      expect(await printedPages(page)).toBeLessThanOrEqual(4);
      await cutFrom(page, '.short-pack');
      expect(await printedPages(page)).toBe(1);
      await page.close();
    });
  });
};
