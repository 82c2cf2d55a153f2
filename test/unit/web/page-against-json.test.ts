import { expect, it } from 'vitest';
import { reportPage } from '#web/report-page.ts';
import { differencesOnPage } from '../../support/compare-page.ts';
import { richLines, richReport } from '../../support/report-fixture.ts';

const page = reportPage({ report: richReport, lines: richLines, linesComplete: true });

it('The page of a report says its sentences, reviews and decisions, and no number in a table that is not in its JSON', () => {
  expect(differencesOnPage(richReport, richLines, page)).toEqual([]);
});

it.each([
  ['a sentence of the headline', richReport.content.headline[0] ?? '', 'Nothing happened.'],
  ['the title of a review', richLines[0]?.title ?? '', 'Another'],
])('finds %s that is said otherwise', (_, said, instead) => {
  const escaped = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const other = page.replaceAll(escaped, instead);
  expect(other).not.toBe(page);
  expect(differencesOnPage(richReport, richLines, other)).not.toEqual([]);
});

it('finds a number in a table that the JSON does not have', () => {
  const other = page.replace(/(<td\b[^>]*>(?:<[^>]+>)*)\d{1,3}(?=<)/, '$198,765');
  expect(other).not.toBe(page);
  expect(differencesOnPage(richReport, richLines, other)).toEqual(['only on the page: 98,765']);
});
