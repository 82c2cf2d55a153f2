import { describe, expect, it } from 'vitest';
import { spanReport } from '#domain/report/span/span-report.ts';
import type { ReportContent } from '#schemas/report.ts';
import { answersOfSpan } from '#web/span/in-short.ts';
import { aReview, aSetting, asPrevious, rollUp, savingsOf } from '../../support/positions.ts';

/* docs/meaning.md REPORT-48: the questions of page one, of a span of months. */

const saving = (plan: number) => savingsOf({ years: [{ year: '2014/15', plan, forecast: plan, alreadyInMtfp: 0 }] });
const rated = (rating: 'red' | 'green') => ({
  sro: { id: 'sro', given: { on: '2014-04-15', overall: { rating, words: 'Late.' } }, since: '2014-02-28' },
  assurance: null,
});

const aMonth = (month: string, content: ReportContent) => {
  const publication = {
    contentDigest: 'a'.repeat(64),
    linesDigest: 'b'.repeat(64),
    sealingDigest: 'c'.repeat(64),
    headsRoot: 'd'.repeat(64),
    publishedAt: '2014-06-10T08:00:00.000Z',
    run: 'run',
  };
  return {
    report: { content: { ...content, month }, publication, rowsAtMost: 500 },
    digest: 'a'.repeat(64),
    lines: [],
  };
};

/** Two months, the second with what came to be in it. */
const twoMonths = (of: (content: ReportContent, n: number) => ReportContent = (content) => content) => {
  const first = rollUp([aReview('a', { savings: saving(3e6), ratings: rated('red') })]);
  const second = rollUp([aReview('a', { savings: saving(2e6), ratings: rated('green') })], {
    ...aSetting(),
    previous: asPrevious(first),
  });
  const [then, now] = [of(first.content, 0), of(second.content, 1)];
  const span = {
    ...{ from: '2014-04', to: '2014-05', before: aMonth('2014-03', then) },
    months: [aMonth('2014-04', then), aMonth('2014-05', now)] as const,
  };
  const answers = answersOfSpan(spanReport(span), span.months[1].report.content);
  return (question: string): string => answers.find((one) => one.question.startsWith(question))?.answer ?? 'none';
};

describe('the questions of page one, of a span', () => {
  it('say how many were in trouble at its start and at its end', () => {
    expect(twoMonths()('What is in trouble')).toBe(
      'The one review that is rated is not Red or Amber/Red. Of those with a rating that counted, Red or Amber/Red were 1 at the end of April 2014 and none at the end of May 2014.',
    );
  });

  it('say what is achievable otherwise than at its start', () => {
    expect(twoMonths()('What changed')).toContain('£1 million less of 2014/15 is achievable');
  });

  it('say what finance has validated within it, and that it adds up', () => {
    const answer = twoMonths((content, n) => ({
      ...content,
      savings: {
        ...content.savings,
        years: content.savings.years.map((row) => ({ ...row, validatedPounds: n === 0 ? 1e6 : 3e6 })),
      },
    }));
    expect(answer('What changed')).toContain('£2 million more of 2014/15 is validated as saved');
    expect(answer('Do the numbers agree')).toContain(
      'Savings of 2014/15: finance had validated £1 million by the end of March 2014 and £2 million more since: £3 million.',
    );
  });

  it('say of what the months had no room to name that there was at least so much', () => {
    const move = {
      ...{ review: 'a', title: 'a', from: 'Identified', to: 'Decision', on: '2014-05-02' },
      ...{ direction: 'forward' as const, reason: null, waived: [] },
    };
    const answer = twoMonths((content, n) => (n === 0 ? content : { ...content, moves: { total: 3, rows: [move] } }));
    expect(answer('What changed')).toContain('at least 1 move to another stage');
  });

  it('say of a last month that was reported without page one that it answers none', () => {
    const answer = twoMonths(({ pageOne: _, ...content }) => content);
    expect(answer('Are we on track')).toBe(
      'Not said: the report of May 2014 was made by a version that answers no questions.',
    );
    expect(answer('What changed')).toMatch(/^Since March 2014: /);
  });
});
