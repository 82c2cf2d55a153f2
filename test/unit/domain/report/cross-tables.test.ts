import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { startOfDay } from '#language/time.ts';
import { anyReviews } from '../../../support/any-reviews.ts';
import { aMilestone, aReview, aSetting, asPrevious, type Broken, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

/* docs/meaning.md REPORT-38, REPORT-39: the reviews by two dimensions at once, and the flow of each stage. */

const tablesOf = (reviews: Parameters<typeof rollUp>[0], setting = aSetting()) =>
  rollUp(reviews, setting).content.crossTables ?? {};
const sum = <T>(rows: readonly T[] | undefined, of: (row: T) => number): number =>
  (rows ?? []).reduce((all, row) => all + of(row), 0);
const rated = (rating: 'green' | 'amber' | 'red'): NonNullable<Broken['ratings']> => ({
  sro: { id: 'sro', given: { on: '2014-04-15', overall: { rating, words: 'Said so' } } },
  assurance: null,
});

describe('Tables of two dimensions', () => {
  it('add up to the counts of the report, whatever the reviews are', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const { counts, crossTables, flow } = rollUp(reviews).content;
        const { portfolioByTier, tierOne, endYears, themes } = crossTables ?? {};
        if (portfolioByTier !== undefined) {
          expect(sum(portfolioByTier, (row) => row.counted)).toBe(counts.counted);
          for (const { lifecycle, count } of counts.notCounted)
            expect(sum(portfolioByTier, (row) => row[lifecycle])).toBe(count);
          for (const { name, share } of counts.portfolio)
            expect(
              sum(
                portfolioByTier.filter((row) => row.portfolio === name),
                (row) => row.counted,
              ),
            ).toBe(share.numerator);
        }
        for (const rows of [endYears, themes])
          if (rows !== undefined) expect(sum(rows, (row) => row.all)).toBe(counts.counted);
        expect(tierOne?.reviews.total ?? 0).toBe(counts.tier.find(({ key }) => key === '1')?.share.numerator);
        expect(sum(flow.byStage, (row) => row.closing)).toBe(counts.counted);
        expect(sum(flow.byStageAndTier, (row) => row.closing)).toBe(counts.counted);
      }),
      { numRuns: 60 },
    );
  });

  it('count a review that is part of another with that one alone', () => {
    const { portfolioByTier, tierOne } = tablesOf([
      aReview('whole', { review: { tier: '1' } }),
      aReview('part', { review: { tier: '1', parent: 'whole' } }),
      aReview('alone', { review: { tier: '1', parent: 'not-there' } }),
    ]);
    expect(portfolioByTier).toMatchObject([{ key: 'place/1', counted: 2 }]);
    expect(tierOne?.reviews.rows.map(({ review }) => review)).toEqual(['alone', 'whole']);
  });

  it('have what is not stated as the last row, and what the settings no longer list before it', () => {
    const { portfolioByTier, endYears, themes } = tablesOf([
      aReview('a', { review: { portfolio: undefined, theme: undefined, endDate: { kind: 'not-stated' } } }),
      aReview('b', { review: { portfolio: 'gone', theme: 'gone', endDate: { kind: 'to-be-confirmed', reason: 'x' } } }),
      aReview('c', { review: { portfolio: 'people', endDate: { kind: 'month', month: '2016-05' } } }),
      aReview('d', { review: { portfolio: 'place', endDate: { kind: 'date', date: '2014-03-31' } } }),
      aReview('e', { review: { portfolio: 'place', lifecycle: 'stopped' } }),
    ]);
    expect(portfolioByTier?.map(({ portfolio, counted, stopped }) => [portfolio, counted, stopped])).toEqual([
      ['Place', 1, 1],
      ['People', 1, 0],
      ['gone', 1, 0],
      ['Not stated', 1, 0],
    ]);
    expect(endYears?.map(({ name, all }) => [name, all])).toEqual([
      ['Already past', 1],
      ['2016/17', 1],
      ['To be confirmed', 1],
      ['Not stated', 1],
    ]);
    expect(themes?.map(({ name, all }) => [name, all])).toEqual([
      ['Market engagement', 2],
      ['gone', 1],
      ['Not stated', 1],
    ]);
  });

  it('are left away where the programme uses no portfolio, theme, tier 1 or end date', () => {
    const plain = aReview('a', {
      review: { portfolio: undefined, theme: undefined, tier: '2', endDate: { kind: 'not-stated' } },
    });
    const made = rollUp([plain]);
    expect(made.content.crossTables).toEqual({});
    expect(formatsOf(JSON.stringify(made)).page).not.toContain('id="cross-tables"');
  });

  it('say of tier 1 what it comes to and of how many reviews that is said, the worst first', () => {
    const { tierOne } = tablesOf([
      aReview('fine', { ratings: rated('green'), milestones: [] }),
      aReview('bad', {
        ratings: rated('red'),
        milestones: [
          aMilestone({ id: 'done', baseline: '2014-01-01', actual: '2014-01-01' }),
          aMilestone({ id: 'late', title: 'Staff move', baseline: '2014-05-01', forecast: '2014-06-01' }),
        ],
      }),
      aReview('none', { review: { costAndBenefit: undefined }, ratings: { sro: null, assurance: null } }),
    ]);
    expect(tierOne?.reviews.rows.map(({ review }) => review)).toEqual(['bad', 'fine', 'none']);
    expect(tierOne?.reviews.rows[0]?.nextMilestone).toEqual({
      ...{ milestone: 'Staff move', dueOn: '2014-06-01', baseline: '2014-05-01' },
    });
    expect(tierOne).toMatchObject({
      withCost: { numerator: 2, denominator: 3 },
      withNextMilestone: { numerator: 2, denominator: 3 },
      ratedBySro: { numerator: 2, denominator: 3 },
      ratedByAssurance: { numerator: 0, denominator: 3 },
    });
  });

  it('are in no report by the first rule set', () => {
    const { content } = rollUp([aReview()], aSetting(), rules1);
    expect(Object.keys(content)).not.toContain('crossTables');
    expect(Object.keys(content.flow)).not.toContain('byStage');
  });
});

describe('The flow of each stage', () => {
  const move = (from: string, to: string, day: string) => ({
    ...{ at: startOfDay(day), from, to, direction: 'forward' as const, by: 'tess', waived: [] },
  });
  const at = (stage: string, moves: ReturnType<typeof move>[]) => aReview('a', { review: { stage, moves } });
  const row = (made: ReturnType<typeof rollUp>, key: string) =>
    made.content.flow.byStage?.find((one) => one.key === key);

  it('opens with the last closing, shows a move out of one stage and into another, and reconciles within each tier', () => {
    const march = rollUp([at('service-baseline', [])], aSetting({ month: '2014-03' }));
    const moved = at('options-appraisal', [move('service-baseline', 'options-appraisal', '2014-04-10')]);
    const april = rollUp([moved], aSetting({ previous: asPrevious(march) }));
    expect(row(march, 'service-baseline')).toMatchObject({ closing: 1 });
    expect(row(april, 'service-baseline')).toMatchObject({ opening: 1, movedOut: 1, closing: 0, reconciles: true });
    expect(row(april, 'options-appraisal')).toMatchObject({ opening: 0, movedIn: 1, closing: 1, reconciles: true });
    expect(april.content.flow.byStageAndTier).toMatchObject([
      { stage: 'service-baseline', tier: '1', opening: 1, movedOut: 1, closing: 0 },
      { stage: 'options-appraisal', tier: '1', movedIn: 1, closing: 1 },
    ]);
  });

  it('shows a move of the month before that was recorded late as restated', () => {
    const march = rollUp([at('service-baseline', [])], aSetting({ month: '2014-03' }));
    const late = at('options-appraisal', [move('service-baseline', 'options-appraisal', '2014-03-10')]);
    const april = rollUp([late], aSetting({ previous: asPrevious(march) }));
    expect(row(april, 'service-baseline')).toMatchObject({ opening: 1, restatedBy: -1, movedOut: 0, closing: 0 });
    expect(row(april, 'options-appraisal')).toMatchObject({ opening: 0, restatedBy: 1, movedIn: 0, closing: 1 });
  });

  it('has a stage that is not stated as the last row', () => {
    const made = rollUp([at('not-stated', [])]);
    expect(made.content.flow.byStage?.at(-1)).toMatchObject({ name: 'Not stated', closing: 1 });
    expect(made.content.flow.byStage?.filter(({ key }) => key === 'not-stated')).toHaveLength(1);
  });
});
