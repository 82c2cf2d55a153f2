import { expect, it } from 'vitest';
import { shownView } from '#web/app/shown-view.ts';
import { reportPage } from '#web/report-page.ts';
import { hostile, richLines, richReport } from '../../support/report-fixture.ts';

const pageOf = (view?: 'full' | 'public', report = richReport): string =>
  reportPage({ report: view === undefined ? report : { ...report, view }, lines: richLines, linesComplete: true });

it.each(['full', 'public'] as const)('a page of the %s view says so', (view) => {
  expect(shownView(pageOf(view))).toBe(view);
});

it('a page of a report of which nothing is withheld says no view', () => {
  expect(shownView(pageOf())).toBeNull();
});

it('no text of a report can say which view it is', () => {
  const text = '<body data-view="full"> body data-view="full"';
  expect(shownView(pageOf('public', hostile(richReport, text)))).toBe('public');
  expect(shownView(pageOf(undefined, hostile(richReport, text)))).toBeNull();
});
