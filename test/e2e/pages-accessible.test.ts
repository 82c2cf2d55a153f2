// @module-tag long
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Total } from '#schemas/figures.ts';
import { reportPage } from '#web/report-page.ts';
import { emptyReport, richLines, richReport } from '../support/report-fixture.ts';
import { accessibilityFaults, openBrowser } from './pages-browser.ts';

const reports = {
  rich: reportPage({ report: richReport, lines: richLines, linesComplete: true }),
  bare: reportPage({ report: emptyReport, lines: [], linesComplete: true }),
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const opened = async (markup: string, width: number) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(markup);
  return page;
};

describe.each([
  ['rich', 1280],
  ['rich', 320],
  ['bare', 1280],
  ['bare', 320],
] as const)('A %s report, %i pixels wide', (which, width) => {
  it('can be read by everybody: axe finds nothing against WCAG 2.2 AA', async () => {
    const page = await opened(reports[which], width);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
  });

  it('flows into the window without scrolling sideways', async () => {
    const page = await opened(reports[which], width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});

it.each([1280, 320])('A word of 200 letters in a cell does not make a report wider than %i pixels', async (width) => {
  const long = reports.rich.replaceAll(/(<td role="cell" data-head="[^"]*"><div>)/g, `$1${'w'.repeat(200)} `);
  expect(long).not.toBe(reports.rich);
  const page = await opened(long, width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await page.close();
});

describe('A report of large savings, 1280 pixels wide', () => {
  const large: Total = {
    low: 12_981_000,
    high: 115_512_000,
    exact: false,
    count: 12,
    marked: [],
    excluded: [
      { reason: 'not-stated', count: 10 },
      { reason: 'to-be-confirmed', count: 12 },
      { reason: 'non-financial', count: 11 },
    ],
  };
  const years = richReport.content.savings.years.map((year) => ({
    ...year,
    lines: 45,
    gap: {
      low: -12_981_000,
      high: 115_512_000,
      exact: false,
      count: 12,
      marked: [],
      excluded: [{ reason: 'non-financial' as const, count: 11 }],
    },
    plan: large,
    forecast: large,
    outturn: large,
    alreadyInMtfp: large,
    netNew: large,
    identified: large,
    included: large,
    excluded: large,
    fullYearEffect: large,
    runRate: large,
    oneOffFallOut: large,
    claimedPounds: 112_190_001,
    validatedPounds: 112_190_001,
    states: {
      delivered: 112_190_001,
      onTrack: 112_190_001,
      atRisk: 112_190_001,
      unachievable: 112_190_001,
      notAssessed: large,
    },
  }));
  const content = { ...richReport.content, savings: { ...richReport.content.savings, years } };
  const markup = reportPage({ report: { ...richReport, content }, lines: richLines, linesComplete: true });

  it('shows every column of every table without scrolling sideways', async () => {
    const page = await opened(markup, 1280);
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('.table')]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => `${one.querySelector('caption')?.textContent}: ${one.scrollWidth} in ${one.clientWidth}`),
    );
    expect(over).toEqual([]);
    await page.close();
  });
});

describe('The check itself', () => {
  it('finds text too pale to read and a heading out of order', async () => {
    const pale = '<p style="color:#999">Pale</p><h1>One</h1><h4>Four</h4></main>';
    const page = await opened(`<html lang="en"><title>Pale</title><main>${pale}`, 800);
    const faults = (await accessibilityFaults(page)).map((fault) => fault.split(':')[0]);
    expect(faults).toContain('color-contrast');
    expect(faults).toContain('heading-order');
    await page.close();
  });
});

describe('A board report on paper and by keyboard', () => {
  it('prints on A4 with nothing cut off at the side', async () => {
    const page = await opened(reports.rich, 680);
    await page.emulateMedia({ media: 'print' });
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('table, svg, p')]
        .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
        .map((one) => one.textContent?.slice(0, 60)),
    );
    expect(over).toEqual([]);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
    await page.close();
  });

  it('takes the keyboard from the skip link to the report and shows where it is', async () => {
    const page = await opened(reports.rich, 1280);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the report');
    expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('report');
    await page.close();
  });
});
