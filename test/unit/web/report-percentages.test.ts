import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '#domain/totals.ts';
import { percentageInWords } from '#language/in-words.ts';
import { reportPage } from '#web/report-page.ts';
import { aReview, rollUp } from '../../support/positions.ts';
import { richReport, wholeReport } from '../../support/report-fixture.ts';
import { sectionOf } from './page-text.ts';

const pageOf = (reviews: number, ruleSet?: string): string => {
  const { content, lines } = rollUp(
    Array.from({ length: reviews }, (_, n) => aReview(`review-${String(n).padStart(2, '0')}`)),
  );
  const report = wholeReport({ ...richReport, content: { ...content, ...(ruleSet === undefined ? {} : { ruleSet }) } });
  return reportPage({ report, lines, linesComplete: true });
};
/** The percentages of counts in a text, each with what stands before it. */
const percentagesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\d+ of \d+ \()?\d+(?:\.\d+)?%/g)].map(([found]) => found);
/** Where every percentage is of a number of reviews. */
const ofReviews = (page: string): readonly string[] =>
  ['headline', 'counts', 'options', 'engagement', 'returns'].flatMap((id) => percentagesIn(sectionOf(page, id)));

describe('A percentage', () => {
  it.each([
    [3, 7, '3 of 7 (42.9%)'],
    [0, 19, '0 of 19 (0%)'],
    [5, 20, '25%'],
    [2, 230, '0.9%'],
    [0, 0, null],
  ])('of %i of %i is written %j', (part, of, words) => {
    expect(percentageInWords(share(part, of))).toBe(words);
  });

  it('of fewer than twenty reviews shows its parts first, wherever it is on the page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (reviews) => {
        const found = ofReviews(pageOf(reviews));
        expect(found.length).toBeGreaterThan(10);
        expect(found.filter((one) => !one.includes(' of '))).toEqual([]);
      }),
      { numRuns: 8 },
    );
    const ratings = sectionOf(pageOf(7), 'ratings');
    expect(ratings).toContain('7 of 7 (100%)');
  });

  it('of twenty or more stands alone in a table, and in a report by the first rule set as it was', () => {
    expect(sectionOf(pageOf(20), 'counts')).toContain('20 20 100%');
    expect(sectionOf(pageOf(7, 'rules-1'), 'counts')).toContain('7 7 100%');
  });
});
