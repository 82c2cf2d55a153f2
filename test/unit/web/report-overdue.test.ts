import { describe, expect, it } from 'vitest';
import type { DateStatement } from '#schemas/date-statement.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { reportPage } from '#web/report-page.ts';
import { listOf, richLines, richReport, wholeReport } from '../../support/report-fixture.ts';

const pageOf = (more: Partial<ReportContent>, lines: readonly ReportLine[] = richLines): string =>
  reportPage({
    report: wholeReport({ ...richReport, content: { ...richReport.content, ...more } }),
    lines,
    linesComplete: true,
  });

const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const sectionOf = (page: string, id: string): string => {
  const start = page.indexOf(`<section id="${id}"`);
  return textOf(page.slice(start, page.indexOf('</section>', start)));
};

// The fixture is observed as at the end of 30 April 2014.
const dates: readonly (readonly [string, DateStatement, boolean])[] = [
  ['29 April 2014', { kind: 'date', date: '2014-04-29' }, true],
  ['30 April 2014', { kind: 'date', date: '2014-04-30' }, false],
  ['1 May 2014', { kind: 'date', date: '2014-05-01' }, false],
  ['by 29 April 2014', { kind: 'by', date: '2014-04-29' }, true],
  ['by 30 April 2014', { kind: 'by', date: '2014-04-30' }, false],
  ['March 2014', { kind: 'month', month: '2014-03' }, true],
  ['April 2014', { kind: 'month', month: '2014-04' }, false],
  ['May 2014', { kind: 'month', month: '2014-05' }, false],
  ['in the spring', { kind: 'words', words: 'in the spring' }, false],
  ['not stated', { kind: 'not-stated' }, false],
];

const decision = (dueOn: DateStatement) => ({
  review: 'libraries',
  title: 'Libraries',
  decision: 'Adopt a trust',
  body: 'Cabinet',
  kind: 'key-decision',
  dueOn,
});

const wait = (neededBy: DateStatement | null) => ({
  review: 'residential-care',
  title: 'Residential Care Homes',
  id: 'strategy',
  on: 'document' as const,
  what: 'Accommodation Strategy and its implementation plans',
  neededBy,
  holdsStage: null,
});

describe.each(dates)('What was due %s, in the report as at the end of 30 April 2014', (words, date, overdue) => {
  it(`is ${overdue ? '' : 'not '}overdue as a decision`, () => {
    const page = pageOf({ decisions: { taken: listOf([]), due: listOf([decision(date)]) } });
    expect(sectionOf(page, 'board-needs')).toContain(`Cabinet ${words} ${overdue ? 'overdue' : 'Condition'}`);
    expect(sectionOf(page, 'decisions')).toContain(
      overdue ? '1 decision is due, 1 of them overdue: ' : '1 decision is due: ',
    );
  });

  it(`is ${overdue ? '' : 'not '}overdue as something that a review waits for`, () => {
    const reviews = sectionOf(pageOf({ waits: listOf([wait(date)]) }), 'reviews');
    expect(reviews).toContain(`A document ${words} ${overdue ? 'overdue No stage' : 'No stage'}`);
    expect(reviews).toContain(
      overdue
        ? `implementation plans Overdue: needed ${words} Ends: not stated`
        : 'implementation plans Ends: not stated',
    );
  });
});

describe('Market maturity', () => {
  it('is a table of the reviews of which it is stated, and says how many state none', () => {
    const lines = richLines.map((line, n) => ({ ...line, marketMaturity: n < 2 ? `maturity, ${n}` : null }));
    const reviews = sectionOf(pageOf({}, lines), 'reviews');
    expect(reviews).toContain(
      'Market maturity Review Market maturity Property maturity, 0 Libraries &amp; Archives maturity, 1',
    );
    expect(reviews).toContain('Market maturity: not stated for 2 of 4 reviews.');
  });

  it('is a sentence where it is stated of no review', () => {
    const lines = richLines.map((line) => ({ ...line, marketMaturity: null }));
    expect(sectionOf(pageOf({}, lines), 'reviews')).toContain('Market maturity: not stated for any review.');
  });

  it('says nothing of gaps where it is stated of every review', () => {
    const lines = richLines.map((line) => ({ ...line, marketMaturity: 'mature' }));
    expect(sectionOf(pageOf({}, lines), 'reviews')).not.toContain('Market maturity: not stated');
  });
});
