import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crossing, flipsOf, normalised, type Scored } from '#domain/flip-weights.ts';

/** Totals worked out afresh at a weight of one criterion, the others scaled; written apart from the rule it checks. */
const totalsAt = (weights: readonly number[], options: readonly Scored[], criterion: number, w: number) => {
  const own = weights[criterion] ?? 0;
  const scaled = weights.map((weight, n) => {
    if (n === criterion) return w;
    return 1 - own < 1e-12 ? (1 - w) / (weights.length - 1) : (weight * (1 - w)) / (1 - own);
  });
  return options.map((option) => ({
    id: option.id,
    total: option.scores.reduce((sum, score, n) => sum + score * (scaled[n] ?? 0), 0),
  }));
};

const firstAt = (...given: Parameters<typeof totalsAt>): string[] => {
  const totals = totalsAt(...given);
  const highest = Math.max(...totals.map((one) => one.total));
  return totals.filter((one) => highest - one.total < 1e-7).map((one) => one.id);
};

const options = (scores: Record<string, number[]>): Scored[] =>
  Object.entries(scores).map(([id, given]) => ({ id, scores: given }));

describe('The weight at which first place changes hands', () => {
  it.each<[string, number[], Record<string, number[]>, number, Crossing | null, Crossing | null]>([
    [
      'is where the totals of two options cross, on one side of the weight of today',
      [50, 50],
      { cheap: [10, 2], good: [3, 8] },
      0,
      { weight: 6 / 13, firstChain: ['good'] },
      null,
    ],
    [
      'is there on both sides where a compromise leads between two extremes',
      [50, 50],
      { left: [10, 0], right: [0, 10], middle: [6, 6] },
      0,
      { weight: 0.4, firstChain: ['right'] },
      { weight: 0.6, firstChain: ['left'] },
    ],
    ['is nowhere where one option is best in everything', [50, 50], { best: [9, 9], other: [5, 5] }, 0, null, null],
    ['is nowhere where two options are the same throughout', [50, 50], { one: [9, 9], same: [9, 9] }, 0, null, null],
    [
      'is at the weight of today where first place is shared and any change decides it',
      [50, 50],
      { one: [10, 0], other: [0, 10] },
      0,
      { weight: 0.5, firstChain: ['other'] },
      { weight: 0.5, firstChain: ['one'] },
    ],
    [
      'is at the very end where first place is only ever shared there',
      [50, 50],
      { one: [9, 9], equal: [9, 5] },
      0,
      null,
      { weight: 1, firstChain: ['one', 'equal'] },
    ],
    [
      'keeps the proportions of the other criteria',
      [20, 60, 20],
      { one: [0, 8, 4], other: [10, 2, 2] },
      0,
      null,
      { weight: 5 / 15, firstChain: ['other'] },
    ],
    [
      'shares the rest equally where one criterion has all the weight',
      [100, 0, 0],
      { one: [9, 0, 2], other: [6, 10, 4] },
      0,
      { weight: 6 / 9, firstChain: ['other'] },
      null,
    ],
    [
      'is found upwards for a criterion of no weight',
      [0, 100],
      { one: [0, 8], other: [8, 4] },
      0,
      null,
      { weight: 1 / 3, firstChain: ['other'] },
    ],
    [
      'goes to several where they take over together',
      [50, 50],
      { lead: [2, 9], one: [9, 1], twin: [9, 1] },
      0,
      null,
      { weight: 8 / 15, firstChain: ['one', 'twin'] },
    ],
    ['is nowhere with one criterion only', [50], { one: [9], other: [5] }, 0, null, null],
    ['is nowhere with one option only', [50, 50], { one: [9, 1] }, 0, null, null],
    ['is nowhere with no option', [50, 50], {}, 0, null, null],
  ])('%s', (_, weights, scores, criterion, below, above) => {
    const close = (found: Crossing | null) =>
      found === null ? null : { weight: expect.closeTo(found.weight, 9), firstChain: found.firstChain };
    expect(flipsOf(normalised(weights), options(scores), criterion)).toEqual({
      below: close(below),
      above: close(above),
    });
  });

  it('is the same that trying every weight finds', () => {
    const steps = 400;
    const appraisals = fc.integer({ min: 2, max: 5 }).chain((criteria) =>
      fc.record({
        weights: fc
          .array(fc.nat(10), { minLength: criteria, maxLength: criteria })
          .filter((weights) => weights.some((weight) => weight > 0)),
        scores: fc.array(fc.array(fc.nat(10), { minLength: criteria, maxLength: criteria }), {
          minLength: 1,
          maxLength: 5,
        }),
        criterion: fc.nat(criteria - 1),
      }),
    );
    fc.assert(
      fc.property(appraisals, ({ weights, scores, criterion }) => {
        const shares = normalised(weights);
        const scored = scores.map((given, n) => ({ id: `option-${n}`, scores: given }));
        const own = shares[criterion] ?? 0;
        const first = firstAt(shares, scored, criterion, own);
        const { below, above } = flipsOf(shares, scored, criterion);

        // Nearer than the crossing, first place is as it is today; just beyond, it is as reported.
        for (let n = 0; n <= steps; n++) {
          const w = n / steps;
          const untouched =
            w < own ? below === null || w > below.weight + 1e-6 : above === null || w < above.weight - 1e-6;
          if (untouched) expect(firstAt(shares, scored, criterion, w)).toEqual(first);
        }
        for (const [found, direction] of [
          [below, -1],
          [above, 1],
        ] as const) {
          if (found === null) continue;
          expect(found.weight).toBeGreaterThanOrEqual(0);
          expect(found.weight).toBeLessThanOrEqual(1);
          const atEnd = found.weight === (direction === 1 ? 1 : 0);
          const beyond = atEnd ? found.weight : found.weight + direction * 1e-5;
          const taking = firstAt(shares, scored, criterion, beyond);
          expect(taking).toEqual(found.firstChain);
          expect(taking).not.toEqual(first);
        }
      }),
      { numRuns: 300 },
    );
  });
});
