import { describe, expect, it } from 'vitest';
import { Rows } from '#domain/report/rows.ts';
import { everyRow, mostFindings, mostRows, withRowsAtMost } from '#schemas/row-lists.ts';
import { reportPage } from '#web/report-page.ts';
import { aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';
import { emptyReport, richLines, richReport, wholeReport } from '../../../support/report-fixture.ts';

describe('A list of the report', () => {
  const numbers = Array.from({ length: 1000 }, (_, n) => (n * 7919) % 1000);

  it('counts every row and keeps the first ones by its order, whatever the order in which they come', () => {
    for (const given of [numbers, numbers.toReversed(), numbers.toSorted((a, b) => a - b)]) {
      const rows = new Rows<number>((one) => [one], 10);
      for (const one of given) rows.add(one);
      expect(rows.listed()).toEqual({ total: 1000, rows: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
      expect(rows.total).toBe(1000);
    }
  });

  it('keeps every row as long as there are no more than it may keep', () => {
    const rows = new Rows<number>((one) => [one], 10);
    rows.add(3, 1, 2);
    expect(rows.listed()).toEqual({ total: 3, rows: [1, 2, 3] });
  });
});

interface AnyList {
  readonly total: number;
  readonly rows: readonly unknown[];
}
const isList = (value: object): value is AnyList => 'total' in value && 'rows' in value;

/** The lists of a content, however deep they lie, told apart from those that settings bound. */
const listsIn = (value: unknown): readonly AnyList[] => {
  if (typeof value !== 'object' || value === null) return [];
  return isList(value) ? [value] : Object.values(value).flatMap(listsIn);
};

describe('A report with fewer rows than were published', () => {
  it('holds no more rows of any list than it says, and still counts them all', () => {
    const { content } = richReport;
    const [lists, cut] = [listsIn(content), listsIn(withRowsAtMost(content, 1))];
    expect(lists.length).toBeGreaterThanOrEqual(28);
    expect(lists.filter((list) => list.rows.length > 1).length).toBeGreaterThan(5);
    expect(cut.map((list) => list.total)).toEqual(lists.map((list) => list.total));
    for (const list of cut) expect(list.rows).toHaveLength(Math.min(list.total, 1));
  });

  it('keeps every figure and every total', () => {
    const short = withRowsAtMost(richReport.content, 0);
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
    expect(content.returns.missing.rows).toHaveLength(mostRows);
    expect(content.returns.missing.total).toBe(600);
    expect(content.findings.rows.length).toBe(mostFindings);
    expect(content.findings.total).toBe(content.foundByRule.reduce((sum, one) => sum + one.count, 0));
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
