// @module-tag long
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#language/time.ts';
import type { Total } from '#schemas/figures.ts';
import type { Report } from '#schemas/report.ts';
import { reportStyle } from '#web/report/style.ts';
import { reportPage } from '#web/report-page.ts';
import { monthsPicture } from '#web/span/months-picture.ts';
import { richLines, richReport } from '../support/report-fixture.ts';
import { openBrowser } from './pages-browser.ts';
import { pictureFaults } from './picture-faults.ts';

/* The pictures of a report as they are looked at: on a wide screen, on a telephone, and in colours that the reader's machine chooses. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const total = (low: number, high: number): Total => ({
  ...{ low, high, exact: low === high, count: 12, marked: [], excluded: [] },
});
const months = Array.from({ length: 12 }, (_, n) => addMonths('2013-05', n));
const { content } = richReport;

/** A flow row with every movement. */
const row = (key: string, name: string) => ({
  ...{ key, name, opening: 26, restatedBy: -1, entered: 3, movedIn: 11, left: 2, movedOut: 10, closing: 27 },
  reconciles: true,
});

/** The same report with the longest of what its pictures say. */
const wordy: Report['content'] = {
  ...content,
  flow: {
    ...content.flow,
    months: months.map((month) => ({
      ...{ month, opening: 127, restatedBy: -1, entered: 112, left: 110, closing: 128 },
    })),
    byTier: [row('1', 'Tier 1 (business critical)'), row('to-be-confirmed', 'Tier to be confirmed')],
    byPortfolio: [row('whole', 'The council itself and all that it does'), row('place', 'Place')],
  },
  risks: {
    ...content.risks,
    likelihoodWords: content.risks.likelihoodWords.map((_, n) => (n === 0 ? 'Almost certain' : 'Very unlikely indeed')),
    impactWords: content.risks.impactWords.map(() => 'Catastrophic'),
  },
  savings: {
    ...content.savings,
    years: content.savings.years.map((year) => ({
      ...year,
      required: { kind: 'range' as const, low: 21_355_000, high: 115_655_000 },
      plan: total(12_981_000, 115_512_000),
      identified: total(12_981_000, 115_512_000),
    })),
  },
};
const pages: Record<string, string> = {
  rich: reportPage({ report: richReport, lines: richLines, linesComplete: true }),
  wordy: reportPage({ report: { ...richReport, content: wordy }, lines: richLines, linesComplete: true }),
};
const money = { year: '2013/14', required: { kind: 'amount' as const, pounds: 128_355_000 }, claimedPounds: 0 };
const spanned = monthsPicture(
  months.map((month) => ({
    ...{ month, counted: 169, entered: 12, left: 10, paused: 1, potential: 2, worst: 'red', atLeast: false },
    money: { ...money, achievable: total(15_765_000, 115_765_000), validatedPounds: 13_838_000, stillToFind: null },
    rated: [{ rating: 'red', count: 112 }],
    ...{ openRisks: 1, highRisks: 1, returnsExpected: 1, returnsOwed: 0, findings: 1 },
  })) as never,
);
pages.span = `<!doctype html><html lang="en"><title>Months</title><style>${reportStyle()}</style><main>${spanned}</main>`;
const picturesOf: Readonly<Record<string, number>> = { rich: 4, wordy: 7, span: 1 };

const opened = async (markup: string, width: number) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(markup);
  return page;
};

describe.each(Object.keys(pages).flatMap((name) => [1280, 768, 390, 320].map((width) => [name, width] as const)))(
  'The pictures of a %s report, %i pixels wide',
  (name, width) => {
    it('have letters of 12 pixels and more, none over another and none cut off', async () => {
      const page = await opened(pages[name] ?? '', width);
      expect(await page.locator('svg[role=img]').count()).toBeGreaterThanOrEqual(picturesOf[name] ?? 0);
      expect(await pictureFaults(page)).toEqual([]);
      await page.close();
    });
  },
);

it('In colours that the reader has chosen every word is in the colour of text, and no filling is like another', async () => {
  const page = await opened(pages.wordy ?? '', 1280);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const seen = await page.evaluate(() => {
    const lookOf = (one: Element) => {
      const { fill, stroke } = getComputedStyle(one);
      return { fill, stroke };
    };
    const text = getComputedStyle(document.body).color;
    return {
      pale: [...document.querySelectorAll('.chart text')].filter((one) => lookOf(one).fill !== text).length,
      // A ground with an edge draws lines through each pattern.
      edged: [...document.querySelectorAll('.hatch-ground')].filter((one) => lookOf(one).stroke !== 'none').length,
    };
  });
  expect(seen).toEqual({ pale: 0, edged: 0 });
  await page.close();
});
