import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/running-tracker.ts';
import { accessibilityFaults, openBrowser } from './pages-browser.ts';

/* docs/meaning.md REPORT-32, REPORT-33: page one is one page of A4, and the pages before the annex are few, as a browser prints them. */

const printedPages = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

/** Takes away whatever stands behind, and with, the first element of that kind. */
const cutFrom = (page: Page, selector: string): Promise<void> =>
  page.evaluate((from) => {
    const first = document.querySelector(from);
    while (first?.nextElementSibling) first.nextElementSibling.remove();
    first?.remove();
    document.querySelector('footer')?.remove();
  }, selector);

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
