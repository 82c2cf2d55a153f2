import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountFactor, netPresentValue, paybackYears } from '#domain/discounting.ts';

/** A cash flow of net pounds by year: below zero is a cost. */
const flow = (...nets: number[]) =>
  nets.map((net, year) => (net < 0 ? { year, costs: -net, benefits: 0 } : { year, costs: 0, benefits: net }));

describe('The discount factor', () => {
  it.each([
    [0, 1],
    [1, 0.966184],
    [10, 0.708919],
    [30, 0.356278],
    [31, 0.345901],
    [75, 0.356278 / 1.03 ** 45],
    [76, 0.356278 / 1.03 ** 45 / 1.025],
    [125, 0.356278 / 1.03 ** 45 / 1.025 ** 50],
  ])('of year %i is %d', (year, factor) => {
    expect(discountFactor(year)).toBeCloseTo(factor, 6);
  });

  it.each([-1, 126, 0.5])('of year %d does not exist', (year) => {
    expect(() => discountFactor(year)).toThrow(RangeError);
  });
});

describe('Net present value', () => {
  it('of 100,000 laid out and 30,000 back in each of four years is 10,192.38', () => {
    expect(netPresentValue(flow(-100_000, 30_000, 30_000, 30_000, 30_000), 0)).toBeCloseTo(10_192.38, 2);
  });

  it('has its costs lifted by optimism bias, and its benefits not', () => {
    const lifted = netPresentValue(flow(-100_000, 30_000, 30_000, 30_000, 30_000), 20);
    expect(lifted).toBeCloseTo(10_192.38 - 20_000, 2);
  });

  it('takes a benefit below zero as it is', () => {
    expect(netPresentValue([{ year: 0, costs: 100, benefits: -50 }], 10)).toBeCloseTo(-160, 9);
  });

  it('never grows with optimism bias', () => {
    const line = fc.record({ costs: fc.nat(1e9), benefits: fc.integer({ min: -1e9, max: 1e9 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 126 }), fc.nat(200), fc.nat(200), (lines, bias, more) => {
        const years = lines.map((one, year) => ({ year, ...one }));
        expect(netPresentValue(years, bias + more)).toBeLessThanOrEqual(netPresentValue(years, bias));
      }),
    );
  });
});

describe('Payback', () => {
  it.each<[string, number[], number | null]>([
    ['comes within the year in which the flow reaches nought, in proportion', [-100, 30, 30, 30, 30], 3 + 10 / 30],
    ['comes at the end of a year that just reaches nought', [-100, 50, 50, 50], 2],
    ['does not come while something is still out', [-100, 50, 49], null],
    ['is at once where nothing is laid out', [0, 10, 10], 0],
    ['counts benefits before the first outlay', [10, -100, 100], 1.9],
    ['is the first time that it reaches nought, though more is laid out later', [-10, 20, -100, 50], 0.5],
    ['waits for an outlay of a later year', [0, 0, -100, 200], 2.5],
  ])('%s', (_, nets, years) => {
    const payback = paybackYears(flow(...nets), 0);
    expect(payback === null ? null : Math.round(payback * 1e6)).toBe(years === null ? null : Math.round(years * 1e6));
  });

  it('counts years that the flow leaves out', () => {
    const years = [
      { year: 0, costs: 100, benefits: 0 },
      { year: 5, costs: 0, benefits: 200 },
    ];
    expect(paybackYears(years, 0)).toBeCloseTo(4.5, 9);
  });

  it('comes later with optimism bias, which lifts costs', () => {
    expect(paybackYears(flow(-100, 50, 50, 50), 50)).toBeCloseTo(3, 9);
    expect(paybackYears(flow(-100, 50, 50, 50), 51)).toBeNull();
  });

  it('is not put off by the arithmetic of fractions', () => {
    expect(paybackYears(flow(-100, 110), 10)).toBeCloseTo(1, 9);
    expect(paybackYears(flow(-300, 110.1, 110.1, 110.1), 10.1)).toBeCloseTo(3, 6);
  });
});
