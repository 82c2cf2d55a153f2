// @module-tag long
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFewSentences, aFewWords, asMuchAsIsTaken, wordyReport } from '../support/wordy-report.ts';
import { openBrowser } from './pages-browser.ts';
import { cutFrom, printedPages } from './printed-packs.ts';

/* docs/meaning.md REPORT-32: page one is one page of A4 as a browser prints it, with letters that can be read. */

/** In points: the smallest letter of page one and of what stands above it, as it is printed. */
const smallestLetter = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const sizes: number[] = [];
    for (const within of document.querySelectorAll('.cover, #page-one')) {
      const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const element = node.parentElement;
        if (
          element === null ||
          node.textContent?.trim() === '' ||
          ['TITLE', 'DESC'].includes(element.tagName.toUpperCase())
        )
          continue;
        const drawing = element.closest('svg');
        const scale = drawing === null ? 1 : drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
        sizes.push(Number.parseFloat(getComputedStyle(element).fontSize) * scale * 0.75);
      }
    }
    return Math.min(...sizes);
  });

describe('Page one, printed by a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    ['two reviews with a few words each', aFewWords],
    ['65 reviews with a few sentences each', aFewSentences],
    ['65 reviews with as many words as are taken', asMuchAsIsTaken],
  ])('is one page, in letters of 9 pt and more, of a report of %s', async (_, wordiness) => {
    // As wide as A4 is between its margins, so that drawings have the size that they have on paper.
    const page = await browser.newPage({ viewport: { width: 687, height: 1000 } });
    await page.setContent(wordyReport(wordiness).page);
    await page.emulateMedia({ media: 'print' });
    expect(await smallestLetter(page)).toBeGreaterThanOrEqual(8.99);
    await cutFrom(page, '.short-pack');
    expect(await page.locator('#page-one').innerText()).toContain('Who has not reported?');
    expect(await printedPages(page)).toBe(1);
    await page.close();
  });
});
