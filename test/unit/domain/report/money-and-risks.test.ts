import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import type { RatingName } from '#schemas/rating-names.ts';
import {
  aMilestone,
  aReview,
  aRisk,
  aSavingsLine,
  aSetting,
  noProgrammeWide,
  noSavings,
  rollUp,
  savingsOf,
  stated,
} from '../../../support/positions.ts';

const about = (id: string, broken: Parameters<typeof aReview>[1] = {}) =>
  aReview(id, { ...broken, review: { title: id, ...broken.review } });
const idsOf = (rows: readonly { readonly review: string | null }[]) => rows.map((row) => row.review);

describe('savings', () => {
  const amount = (measure: string, year: string, pounds: number) =>
    stated(`${measure}-${year.slice(0, 4)}`, { measure, year, figure: { kind: 'amount', pounds } });
  const kent = aSetting({
    programmeWide: {
      ...noProgrammeWide,
      statedPositions: [
        amount('savings-required', '2015/16', 88e6),
        amount('savings-unidentified', '2015/16', 43e6),
        amount('savings-required', '2016/17', 62e6),
        amount('savings-unidentified', '2016/17', 45e6),
      ],
    },
  });
  const without = { savings: noSavings };

  it('show what is stated, what follows from it, and that no review states any', () => {
    const reviews = Array.from({ length: 10 }, (_, n) => about(`review-${n}`, without));
    const { savings } = rollUp(reviews, kent).content;
    expect(savings.years.map((row) => [row.year, row.derivedIdentifiedPounds, row.lines, row.gap])).toEqual([
      ['2015/16', 45e6, 0, null],
      ['2016/17', 17e6, 0, null],
    ]);
    expect(savings.coverage.sentence).toBe('Savings are stated for 0 of 10 reviews; 10 not stated.');
    expect(savings.coverage.notStated.rows).toHaveLength(10);
  });

  it('give the gap between what is required and what counted lines identify', () => {
    const { years } = rollUp([about('a')], kent).content.savings;
    const row = years.find((one) => one.year === '2015/16');
    expect(row?.included.low).toBe(500_000);
    const left = 88e6 - (row?.identified.low ?? 0);
    expect(row?.gap).toMatchObject({ low: left, high: left, count: row?.identified.count });
    expect(row?.transformationShare).toEqual({ numerator: 500_000, denominator: 500_000, percent: 100 });
  });

  it('say in the headline how far the lines fall short of what is required, or go beyond it', () => {
    const required = (pounds: number) =>
      aSetting({
        programmeWide: { ...noProgrammeWide, statedPositions: [amount('savings-required', '2014/15', pounds)] },
      });
    const savings = savingsOf({ years: [{ year: '2014/15', plan: 1_000_000, alreadyInMtfp: 0 }] });
    const headlineFor = (pounds: number) => rollUp([about('a', { savings })], required(pounds)).content.headline;
    expect(headlineFor(1_250_000).join(' ')).toContain('counts as identified: a gap of £250,000');
    expect(headlineFor(750_000).join(' ')).toContain('counts as identified: over-identified by £250,000');
  });

  it.each([
    ['a range', { kind: 'range', low: 200_000, high: 400_000 }, [], '£600,000 to £800,000', [600_000, 800_000]],
    ['an open figure', { kind: 'over', pounds: 400_000 }, ['over'], 'at most £600,000', [null, 600_000]],
    ['an estimate', { kind: 'about', pounds: 400_000 }, ['about'], 'about £600,000', [600_000, 600_000]],
  ])('leave a gap no more exact than what is identified, which is %s', (_kind, plan, marked, words, [low, high]) => {
    const savings = savingsOf({ years: [{ year: '2014/15', plan, alreadyInMtfp: 0 }] });
    const setting = aSetting({
      programmeWide: { ...noProgrammeWide, statedPositions: [amount('savings-required', '2014/15', 1_000_000)] },
    });
    const { savings: made, headline } = rollUp([about('a', { savings })], setting).content;
    expect(made.years[0]?.gap).toEqual({ low, high, exact: false, count: 1, marked, excluded: [] });
    expect(headline.join(' ')).toContain(`counts as identified: a gap of ${words}.`);
  });

  it('leave a gap of at most what is required less what is known, with the lines it leaves out', () => {
    const lines = [
      about('a', { savings: savingsOf({ years: [{ year: '2014/15', plan: 400_000, alreadyInMtfp: 0 }] }) }),
      about('b', { savings: savingsOf({ years: [{ year: '2014/15', plan: 300_000 }] }) }),
    ];
    const setting = aSetting({
      programmeWide: { ...noProgrammeWide, statedPositions: [amount('savings-required', '2014/15', 1_000_000)] },
    });
    const { savings, headline } = rollUp(lines, setting).content;
    expect(savings.years[0]?.gap).toMatchObject({
      high: 600_000,
      count: 1,
      excluded: [{ reason: 'not-stated', count: 1 }],
    });
    expect(headline.join(' ')).toContain('counts as identified: a gap of at most £600,000.');
  });

  it('of a completed review stay in the totals, and coverage says so; those of a stopped one do not', () => {
    const { savings } = rollUp([
      about('a'),
      about('b', { review: { lifecycle: 'completed' } }),
      about('c', { review: { lifecycle: 'stopped' } }),
    ]).content;
    expect(savings.years.find((row) => row.year === '2014/15')?.plan.low).toBe(2_000_000);
    expect(savings.coverage.sentence).toBe(
      'Savings are stated for 1 of 1 review. Totals also hold the savings of 1 completed review.',
    );
  });

  it('tied to a milestone that slips into a later year show by rules-1 the plan of each year between', () => {
    const slipped = (forecast: string) =>
      about('a', { savings: savingsOf({ milestone: 'go-live' }), milestones: [aMilestone({ forecast })] });
    const madeOf = (forecast: string) => rollUp([slipped(forecast)], aSetting(), rules1);
    expect(madeOf('2015-03-31').content.savings.moved.rows).toEqual([]);
    expect(madeOf('2015-04-01').content.savings.moved.rows).toMatchObject([
      { saving: 'Fewer leases', milestone: 'Company trades', year: '2014/15', pounds: 1_000_000 },
    ]);
    expect(madeOf('2016-04-01').content.savings.moved.rows.map((row) => [row.year, row.pounds])).toEqual([
      ['2014/15', 1_000_000],
      ['2015/16', 500_000],
    ]);
  });
});

describe('risks', () => {
  const withRisks = (...open: ReviewPosition['risks']['open']) =>
    about('a', { risks: { open, unscored: [], closed: [], happened: [] } });

  it.each([
    ['new', [{ at: '2014-04-02T00:00:00.000Z', score: 20 }]],
    ['same', [{ at: '2014-03-02T00:00:00.000Z', score: 20 }]],
    [
      'up',
      [
        { at: '2014-03-31T22:59:59.999Z', score: 12 },
        { at: '2014-03-31T23:00:00.000Z', score: 20 },
      ],
    ],
    [
      'down',
      [
        { at: '2014-03-02T00:00:00.000Z', score: 25 },
        { at: '2014-04-02T00:00:00.000Z', score: 20 },
      ],
    ],
  ])('are %s against the end of the month before', (direction, scores) => {
    const { top, moved } = rollUp([withRisks(aRisk({ scores }))]).content.risks;
    expect(top.rows.map((row) => row.direction)).toEqual([direction]);
    expect(moved.rows).toHaveLength(direction === 'up' || direction === 'down' ? 1 : 0);
  });

  it('stand on the heat map with likelihood 5 in the first row and impact 1 in the first column', () => {
    const { heatMap } = rollUp([withRisks(aRisk({ likelihood: 5, impact: 1, score: 5, band: 'low' }))]).content.risks;
    expect(heatMap[0]).toEqual([1, 0, 0, 0, 0]);
  });

  it('show the ten highest, the programme-wide before the others at the same score', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => aRisk({ id: `risk-${n + 10}`, score: n + 1 }));
    const wide = {
      ...noProgrammeWide,
      risks: { open: [aRisk({ id: 'wide', score: 12 })], unscored: [], closed: [], happened: [] },
    };
    const { top } = rollUp([withRisks(...twelve)], aSetting({ programmeWide: wide })).content.risks;
    expect(top.rows.map((row) => [row.review, row.risk.score])).toEqual([
      [null, 12],
      ...[12, 11, 10, 9, 8, 7, 6, 5, 4].map((score) => ['a', score]),
    ]);
  });

  it('are overdue where their review or an action was due before the last day', () => {
    const { overdue, incomplete } = rollUp([
      withRisks(
        aRisk({
          nextReviewOn: '2014-04-29',
          openActionsDue: [
            { what: 'Market the site', dueOn: '2014-04-01' },
            { what: 'Later', dueOn: '2014-04-30' },
          ],
          missing: ['an owner'],
        }),
      ),
    ]).content.risks;
    expect(overdue.rows.map((row) => [row.dueOn, row.what])).toEqual([
      ['2014-04-01', 'Market the site'],
      ['2014-04-29', 'Review of the risk'],
    ]);
    expect(incomplete.rows).toMatchObject([{ risk: 'risk-01', missing: ['an owner'] }]);
  });

  it('say that none is recorded where none is', () => {
    expect(rollUp([withRisks()]).content.risks.coverage).toBe('No risk is recorded in the tracker.');
  });
});

describe('ratings', () => {
  const rated = (id: string, sro: RatingName | null, assurance: RatingName | null, plan: number) => {
    const given = (rating: RatingName | null) =>
      rating === null ? null : { id: 'rating', given: { on: '2014-04-15', overall: { rating, words: 'Said so' } } };
    return about(id, {
      ratings: { sro: given(sro), assurance: given(assurance) },
      savings: savingsOf({ years: [{ year: '2014/15', plan }] }),
    });
  };

  it('name the reviews that make the worst, weigh by pounds, and show where assurance differs', () => {
    const { ratings } = rollUp([
      rated('a', 'red', 'red', 100),
      rated('b', 'green', 'amber', 800),
      rated('c', 'red', null, 0),
      rated('d', null, 'green', 100),
    ]).content;
    expect(ratings.sro.map((row) => [row.rating, row.share.numerator, row.share.denominator])).toEqual([
      ['green', 1, 4],
      ['amber', 0, 4],
      ['red', 2, 4],
      ['not-rated', 1, 4],
    ]);
    expect(ratings.worst?.rating).toBe('red');
    expect(idsOf(ratings.worst?.because.rows ?? [])).toEqual(['a', 'c']);
    expect(ratings.valueWeighted.map((row) => [row.rating, row.planned.low, row.share.percent])).toEqual([
      ['green', 800, 80],
      ['amber', 0, 0],
      ['red', 100, 10],
      ['not-rated', 100, 10],
    ]);
    expect(ratings.differ.rows).toMatchObject([{ review: 'b', title: 'b', sro: 'green', assurance: 'amber' }]);
    expect(ratings.weighedBy).toBe('Weighed by what 4 of 4 reviews plan for 2014/15.');
  });

  it('weigh by low ends, and say so, with what is left out and which reviews plan nothing', () => {
    const planning = (id: string, rating: RatingName, ...plans: unknown[]) => ({
      ...about(id, {
        ratings: {
          sro: { id: 'rating', given: { on: '2014-04-15', overall: { rating, words: 'Said so' } } },
          assurance: null,
        },
        savings: savingsSection(plans.map((plan) => aSavingsLine({ years: [{ year: '2014/15', plan }] }))),
      }),
    });
    const { ratings } = rollUp([
      planning('a', 'green', { kind: 'over', pounds: 300 }, { kind: 'about', pounds: 100 }),
      planning('b', 'red', 100, { kind: 'not-stated' }),
      planning('c', 'red'),
    ]).content;
    expect(ratings.valueWeighted).toMatchObject([
      { rating: 'green', planned: { low: 400, high: null, exact: false, count: 2, marked: ['over', 'about'] } },
      { rating: 'amber', planned: { count: 0 } },
      { rating: 'red', planned: { low: 100, count: 1, excluded: [{ reason: 'not-stated', count: 1 }] } },
      { rating: 'not-rated', planned: { count: 0 } },
    ]);
    expect(ratings.valueWeighted[0]?.share).toEqual({ numerator: 400, denominator: 500, percent: 80 });
    expect(ratings.weighedBy).toBe(
      'Weighed by what 2 of 3 reviews plan for 2014/15; by low ends; of 4 figures, 1 not stated.',
    );
  });
});
