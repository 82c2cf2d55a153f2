import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { slipEstimate } from '#registers/saving/slip-estimate.ts';
import { aMilestone, aReview, aSetting, rollUp, savingsOf } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

// The saving is planned with 1,000,000 pounds in 2014/15 and 500,000 in 2015/16; the milestone is due on 1 September 2014.
const slipped = (over: Parameters<typeof aMilestone>[0]) =>
  rollUp([aReview('a', { savings: savingsOf({ milestone: 'go-live' }), milestones: [aMilestone(over)] })]);
const estimates = (over: Parameters<typeof aMilestone>[0]) =>
  slipped(over).content.savings.moved.rows.map(({ year, estimate }) => [year, estimate?.pounds]);

describe('An estimate of the pounds that leave a year with a slip', () => {
  it.each([
    ['within a month', '2014-09-30', null],
    ['by a month', '2014-10-01', { pounds: 100_000, months: 1, of: 7 }],
    ['to the end of the year', '2015-03-31', { pounds: 600_000, months: 6, of: 7 }],
    ['beyond it', '2015-06-15', { pounds: 700_000, months: 7, of: 7 }],
    ['to an earlier day', '2014-05-01', null],
  ])('of the year in which it was due: %s', (_how, to, estimate) =>
    expect(slipEstimate({ from: '2014-09-01', to }, { year: '2014/15', plan: 700_000 })).toEqual(estimate),
  );

  it.each([
    ['2013/14', null],
    ['2015/16', { pounds: 25_000, months: 2, of: 12 }],
    ['2016/17', null],
  ])('of %s, where it was due in 2014/15 and slips to June 2015', (year, estimate) =>
    expect(slipEstimate({ from: '2014-09-01', to: '2015-06-15' }, { year, plan: 150_000 })).toEqual(estimate),
  );

  it('is rounded to pounds, and says nothing of a plan that is not known', () => {
    const slip = { from: '2014-09-01', to: '2014-10-01' };
    expect(slipEstimate(slip, { year: '2014/15', plan: 100 })?.pounds).toBe(14);
    expect(slipEstimate(slip, { year: '2014/15', plan: null })).toEqual({ pounds: null, months: 1, of: 7 });
  });
});

describe('A report', () => {
  it('shows the estimate with the savings, within a year and across its end, and with the milestone', () => {
    expect(estimates({ forecast: '2014-11-01' })).toEqual([['2014/15', 285_714]]);
    const across = { forecast: '2015-06-15' };
    expect(estimates(across)).toEqual([
      ['2014/15', 1_000_000],
      ['2015/16', 83_333],
    ]);
    expect(slipped(across).content.milestones.slipped.rows[0]?.savings).toEqual([
      { year: '2014/15', pounds: 1_000_000 },
      { year: '2015/16', pounds: 83_333 },
    ]);
  });

  it('takes nothing from the amounts themselves', () => {
    const planned = (over: Parameters<typeof aMilestone>[0]) =>
      slipped(over).content.savings.years.map(({ year, plan }) => [year, plan.low]);
    expect(planned({ forecast: '2015-06-15' })).toEqual(planned({}));
  });

  it('measures a slip against the first baseline as well as the current one', () => {
    const moved = { baseline: '2015-01-01', originalBaseline: '2014-09-01', rebaselines: 2 };
    const rowsOf = (over: object) => slipped({ ...moved, ...over }).content.milestones.slipped.rows;
    expect(rowsOf({})).toMatchObject([
      { firstBaseline: '2014-09-01', baseline: '2015-01-01', rebaselines: 2, savings: [] },
    ]);
    expect(rowsOf({ forecast: '2014-08-01' })).toEqual([]);
  });

  it('shows all of it in every format, and none of it by rules-1', () => {
    const review = aReview('a', {
      savings: savingsOf({ milestone: 'go-live' }),
      milestones: [aMilestone({ forecast: '2014-11-01', originalBaseline: '2014-06-01', rebaselines: 2 })],
    });
    const { page } = formatsOf(JSON.stringify(rollUp([review])));
    expect(page).toContain('an estimated £285,714 of £1 million (2014/15; 2 of 7 months)');
    expect(page).toContain('1 June 2014, moved 2 times');
    const agreed = aMilestone({ originalBaseline: '2014-06-01', rebaselines: 1 });
    expect(formatsOf(JSON.stringify(rollUp([aReview('a', { milestones: [agreed] })]))).page).toContain(
      'moved by an agreed change',
    );
    const old = rollUp([review], aSetting(), rules1);
    expect(old.content.milestones.slipped.rows[0]).not.toHaveProperty('firstBaseline');
    expect(JSON.stringify(old)).not.toContain('estimate');
  });
});
