import { describe, expect, it } from 'vitest';
import { totalOf } from '#domain/totals.ts';
import { SavingsSection } from '#registers/saving/projections.ts';
import { savingsSection, savingsYearsOf } from '#registers/saving/savings-profile.ts';
import { savingLine } from '../domain/made-up-money.ts';
import { byYear, toBeConfirmed } from './saving-rows.ts';

describe('A recurring saving', () => {
  const years = [
    { year: '2014/15', plan: 0 },
    { year: '2015/16', plan: 60 },
    { year: '2016/17', plan: 40 },
    { year: '2018/19', plan: 10 },
  ];
  const rows = byYear(savingsYearsOf(savingLine({ years })));

  it("has as full-year effect of its first effective year the next year's amount, and none in other years", () => {
    expect(Object.entries(rows).map(([year, row]) => [year, row.fullYearEffect.low])).toEqual([
      ['2014/15', 0],
      ['2015/16', 40],
      ['2016/17', 0],
      ['2018/19', 0],
    ]);
    expect(rows['2016/17']?.fullYearEffect.count).toBe(0);
  });

  it('adds up to its run-rate', () => {
    expect(Object.values(rows).map((row) => row.runRate.low)).toEqual([0, 60, 100, 110]);
  });

  it('falls out of no year', () => {
    expect(Object.values(rows).map((row) => row.oneOffFallOut.count)).toEqual([0, 0, 0, 0]);
  });

  it('keeps giving in the run-rate after its last year, for as long as other lines have years', () => {
    const short = savingLine({ years: [{ year: '2014/15', plan: 100 }] }, {}, 'short');
    const long = savingLine({ years: [{ year: '2017/18', plan: 7 }] }, {}, 'long');
    expect(savingsSection([long, short]).years.map((row) => [row.year, row.plan.low, row.runRate.low])).toEqual([
      ['2014/15', 100, 100],
      ['2017/18', 7, 107],
    ]);
  });

  it('first takes effect in a year whose plan is still to be confirmed', () => {
    const unknownFirst = [
      { year: '2014/15', plan: toBeConfirmed },
      { year: '2015/16', plan: 60 },
    ];
    const row = byYear(savingsYearsOf(savingLine({ years: unknownFirst })));
    expect(row['2014/15']?.fullYearEffect).toEqual(totalOf([60]));
    expect(row['2015/16']?.runRate).toEqual(totalOf([toBeConfirmed, 60]));
  });
});

describe('A one-off saving', () => {
  const rows = savingsYearsOf(
    savingLine({
      recurrence: 'one-off',
      years: [
        { year: '2014/15', plan: 30 },
        { year: '2015/16', plan: 5 },
      ],
    }),
  );

  it('falls out in the year after, which may stand there for that alone', () => {
    expect(rows.map((row) => [row.year, row.lines, row.plan.low, row.oneOffFallOut.low])).toEqual([
      ['2014/15', 1, 30, 0],
      ['2015/16', 1, 5, 30],
      ['2016/17', 0, 0, 5],
    ]);
  });

  it('has neither run-rate nor full-year effect', () => {
    expect(rows.map((row) => [row.runRate.count, row.fullYearEffect.count])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('in the last year that the calendar knows falls out of nothing', () => {
    const last = savingLine({ recurrence: 'one-off', years: [{ year: '2199/00', plan: 30 }] });
    expect(SavingsSection.parse(savingsSection([last])).years.map((row) => row.year)).toEqual(['2199/00']);
  });
});
