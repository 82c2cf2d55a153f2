import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTotals, asFigure, noTotal, share, subtractFromTotal, totalOf } from '#domain/totals.ts';
import { type FigureOrPounds, Total } from '#schemas/figures.ts';
import { anyFigure } from './made-up-money.ts';

const toBeConfirmed: FigureOrPounds = { kind: 'to-be-confirmed', reason: 'waits for the tender' };
const notStated: FigureOrPounds = { kind: 'not-stated' };
const nonFinancial: FigureOrPounds = { kind: 'non-financial', words: 'shorter waits' };

describe('A total of money figures', () => {
  it.each<[string, FigureOrPounds[], Partial<Total>]>([
    ['of nothing is nought and exact, and counts nothing', [], { low: 0, high: 0, exact: true, count: 0 }],
    ['of amounts is exact', [43, { kind: 'amount', pounds: 45 }], { low: 88, high: 88, exact: true, count: 2 }],
    ['adds both ends of a range', [10, { kind: 'range', low: 150, high: 250 }], { low: 160, high: 260, exact: false }],
    ['is not exact for a range whose ends meet', [{ kind: 'range', low: 5, high: 5 }], { high: 5, exact: false }],
    [
      'takes "over" as its low end and leaves the high end open, whatever follows',
      [{ kind: 'over', pounds: 169 }, 1],
      { low: 170, high: null, exact: false, count: 2, marked: ['over'] },
    ],
    [
      'adds "about", "nearly" and part-known figures and marks them',
      [
        { kind: 'part-known', pounds: 1, covers: 'the first tranche' },
        { kind: 'nearly', pounds: 14 },
        { kind: 'about', pounds: 20 },
        { kind: 'about', pounds: 20 },
      ],
      { low: 55, high: 55, exact: false, count: 4, marked: ['about', 'nearly', 'part-known'] },
    ],
    [
      'leaves out what is to be confirmed, non-financial or not stated, and counts each',
      [notStated, toBeConfirmed, nonFinancial, notStated, 7],
      {
        low: 7,
        high: 7,
        exact: true,
        count: 1,
        excluded: [
          { reason: 'to-be-confirmed', count: 1 },
          { reason: 'non-financial', count: 1 },
          { reason: 'not-stated', count: 2 },
        ],
      },
    ],
  ])('%s', (_, figures, expected) => {
    expect(totalOf(figures)).toMatchObject(expected);
  });

  it('keeps source and conflicts out of the sum', () => {
    const conflicting: FigureOrPounds = {
      kind: 'amount',
      pounds: 43,
      conflicts: [{ value: { kind: 'amount', pounds: 45 }, source: 'Another paper' }],
    };
    expect(totalOf([conflicting])).toEqual(totalOf([43]));
  });

  it('of two lists is the total of both together', () => {
    fc.assert(
      fc.property(fc.array(anyFigure), fc.array(anyFigure), (some, others) => {
        expect(addTotals([totalOf(some), totalOf(others)])).toEqual(totalOf([...some, ...others]));
      }),
    );
  });

  it('does not depend on the order of the figures', () => {
    fc.assert(
      fc.property(fc.array(anyFigure), (figures) => {
        expect(totalOf(figures.toReversed())).toEqual(totalOf(figures));
      }),
    );
  });

  it('says of every figure whether it counts or why not, and fits its schema', () => {
    fc.assert(
      fc.property(fc.array(anyFigure), (figures) => {
        const total = Total.parse(totalOf(figures));
        const excluded = total.excluded.reduce((sum, one) => sum + one.count, 0);
        expect(total.count + excluded).toBe(figures.length);
        expect(total.high === null || total.high >= total.low).toBe(true);
      }),
    );
  });

  it('is exact only where every figure counted is an amount', () => {
    fc.assert(
      fc.property(fc.array(anyFigure), (figures) => {
        const inexact = ['range', 'over', 'about', 'nearly', 'part-known'];
        expect(totalOf(figures).exact).toBe(!figures.some((one) => inexact.includes(asFigure(one).kind)));
      }),
    );
  });

  it('takes nothing on from an empty total', () => {
    const total = totalOf([5, notStated, { kind: 'over', pounds: 3 }]);
    expect(addTotals([noTotal, total, noTotal])).toEqual(total);
  });

  it('can have pounds taken off both ends, its coverage unchanged', () => {
    const total = totalOf([{ kind: 'range', low: 10, high: 30 }, notStated]);
    expect(subtractFromTotal(total, 12)).toEqual({ ...total, low: -2, high: 18 });
  });

  it('stays open at the top when pounds are taken off', () => {
    expect(subtractFromTotal(totalOf([{ kind: 'over', pounds: 10 }]), 4)).toMatchObject({ low: 6, high: null });
  });
});

describe('A share', () => {
  it.each([
    [9, 10, 90],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 16, 6.3],
    [-1, 16, -6.3],
    [0, 7, 0],
    [0, -7, 0],
    [45_000_000, 88_000_000, 51.1],
    [150, 100, 150],
    [1, 1_000_000, 0],
    [-1, 1_000_000, 0],
    [5, 0, null],
    [0, 0, null],
  ])('of %i in %i is %s per cent and keeps both numbers', (numerator, denominator, percent) => {
    expect(share(numerator, denominator)).toEqual({ numerator, denominator, percent });
  });
});
