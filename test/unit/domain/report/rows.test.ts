import { describe, expect, it } from 'vitest';
import { Rows } from '#domain/report/rows.ts';
import type { ReportContent } from '#schemas/report.ts';
import { withRowsAtMost } from '#schemas/report-rows.ts';
import { everyRow, mostFindings, mostRows, RowList } from '#schemas/row-lists.ts';
import { reportPage } from '#web/report-page.ts';
import { aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';
import { emptyReport, richLines, richReport, wholeReport } from '../../../support/report-fixture.ts';

describe('A list of the report', () => {
  const numbers = Array.from({ length: 1000 }, (_, n) => (n * 7919) % 1000);

  it('counts every row and keeps the first ones by its order, whatever the order in which they come', () => {
    for (const given of [numbers, numbers.toReversed(), numbers.toSorted((a, b) => a - b)]) {
      const rows = new Rows<number>((one) => [one], 10);
      for (const one of given) rows.add(one);
      expect(rows.first()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(rows.total).toBe(1000);
    }
  });

  it('keeps every row as long as there are no more than it may keep', () => {
    const rows = new Rows<number>((one) => [one], 10);
    rows.add(3, 1, 2);
    expect(rows.first()).toEqual([1, 2, 3]);
  });
});

/** The number of rows in all lists of a content, however deep they lie, told apart from lists that settings bound. */
const listsIn = (content: ReportContent): readonly unknown[][] => {
  const cut = withRowsAtMost(content, 0);
  const lists: unknown[][] = [];
  const walk = (whole: unknown, short: unknown): void => {
    if (Array.isArray(whole)) {
      if (Array.isArray(short) && short.length < whole.length) lists.push(whole);
      return;
    }
    if (typeof whole !== 'object' || whole === null) return;
    for (const [name, value] of Object.entries(whole)) walk(value, (short as Record<string, unknown>)[name]);
  };
  walk(content, cut);
  return lists;
};

describe('A report with fewer rows than were published', () => {
  it('holds no more rows of any list that its totals count than it says', () => {
    const { content } = richReport;
    const counted = RowList.options.filter((name) => content.totals[name] > 0);
    expect(listsIn(content)).toHaveLength(counted.length);
    for (const list of listsIn(withRowsAtMost(content, 1))) expect(list).toHaveLength(1);
  });

  it('keeps every figure and every total', () => {
    const short = withRowsAtMost(richReport.content, 0);
    expect(short.totals).toEqual(richReport.content.totals);
    expect(short.foundByRule).toEqual(richReport.content.foundByRule);
    expect(short.savings.years).toEqual(richReport.content.savings.years);
    expect(withRowsAtMost(richReport.content, everyRow)).toEqual(richReport.content);
  });
});

describe('A report of more reviews than a list keeps rows', () => {
  const reviews = Array.from({ length: 600 }, (_, n) =>
    aReview(`review-${String(n).padStart(3, '0')}`, { review: { sros: [] }, returns: [] }),
  );
  const { content, lines } = rollUp(reviews);

  it('keeps the first rows of each list, and counts all of them', () => {
    expect(content.returns.missing).toHaveLength(mostRows);
    expect(content.totals.returnsMissing).toBe(600);
    expect(content.findings.length).toBe(mostFindings);
    expect(content.totals.findings).toBe(content.foundByRule.reduce((sum, one) => sum + one.count, 0));
    expect(content.headline.join(' ')).toContain('600 missing');
  });

  it('says on the page that it lists the first of them', () => {
    const report = { ...emptyReport, content };
    const page = reportPage({ report, lines: lines.slice(0, 100), linesComplete: false });
    expect(page).toContain('The first 200 of 600 are listed; the counts hold them all.');
    expect(page).toContain('Missing: 600.');
  });

  it('says by rule what the next report finds more or less of, as findings that are not kept cannot be told apart', () => {
    const more = [...reviews, aReview('review-600', { review: { sros: [] } })];
    const next = rollUp(more, aSetting({ month: '2014-05', previous: asPrevious({ content, lines }) }));
    const before = content.foundByRule.find((one) => one.rule === 'GAP-01')?.count;
    expect(before).toBe(600);
    expect(next.content.changes).toContainEqual({
      sentence: 'Findings of GAP-01: 601, was 600.',
      before: 600,
      after: 601,
    });
  });

  it('tells a page of a report that keeps every row nothing of the kind', () => {
    const page = reportPage({ report: wholeReport(richReport), lines: richLines, linesComplete: true });
    expect(page).not.toContain('are listed; the counts hold them all');
  });
});
