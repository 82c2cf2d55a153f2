import { reportPage } from '#web/report-page.ts';
import { emptyReport, richLines, richReport } from '../../support/report-fixture.ts';

export const rich = reportPage({ report: richReport, lines: richLines, linesComplete: true });
export const empty = reportPage({ report: emptyReport, lines: [], linesComplete: true });
export const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<(?:title|desc)[\s\S]*?<\/(?:title|desc)>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** The text of one section, found by its id. */
export const sectionOf = (page: string, id: string): string => {
  const start = page.indexOf(`<section id="${id}"`);
  return textOf(page.slice(start, page.indexOf('</section>', start)));
};
