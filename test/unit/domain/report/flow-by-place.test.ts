import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { addMonths, endOfMonth, type ReportMonth, startOfDay } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import { Lifecycle, Tier } from '#schemas/review.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';

const firstMonth = '2014-02';
const monthsOfChain: readonly ReportMonth[] = [0, 1, 2].map((n) => addMonths(firstMonth, n));
const figures = ['opening', 'restatedBy', 'entered', 'movedIn', 'left', 'movedOut', 'closing'] as const;
const sumOf = (rows: NonNullable<Flow['byTier']>, figure: (typeof figures)[number] | 'resumed' | 'paused'): number =>
  rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0);
const pausedCountsByMonth = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });

/** What was so of a review from a day of the chain on, and the report by which it was recorded: some of it late. */
const change = fc
  .record({
    lifecycle: fc.constantFrom(...Lifecycle.options),
    tier: fc.constantFrom(...Tier.options),
    portfolio: fc.constantFrom('people', 'places', undefined),
    month: fc.integer({ min: -1, max: 2 }),
    day: fc.integer({ min: 1, max: 28 }),
    late: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ month, day, late, ...is }) => ({
    ...is,
    at: startOfDay(`${addMonths(firstMonth, month)}-${String(day).padStart(2, '0')}`),
    toldBy: Math.max(0, month) + late,
  }));
const life = fc.record({
  id: fc.stringMatching(/^[a-z]{1,4}$/),
  changes: fc.uniqueArray(change, { selector: (one) => one.at, minLength: 1, maxLength: 6 }),
  struckOutBy: fc.integer({ min: 0, max: 9 }),
  lostBy: fc.integer({ min: 0, max: 9 }),
});

const asKnown = (
  { id, changes, struckOutBy, lostBy }: typeof life extends fc.Arbitrary<infer L> ? L : never,
  n: number,
  month: ReportMonth,
) => {
  const told = changes
    .filter((one) => one.toldBy <= n && one.at <= endOfMonth(month))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const last = told.at(-1);
  if (last === undefined || lostBy <= n) return [];
  const { lifecycle, tier, portfolio } = last;
  const place = (one: typeof last) => ({
    tier: one.tier,
    at: one.at,
    ...(one.portfolio === undefined ? {} : { portfolio: one.portfolio }),
  });
  const lifecycles = told.map((one) => ({ lifecycle: one.lifecycle, at: one.at }));
  const strikeOuts = struckOutBy <= n ? { strikeOuts: [{ from: startOfDay(`${month}-20`) }] } : {};
  return [
    aReview(id, {
      review: {
        lifecycle,
        tier,
        portfolio,
        lifecycles,
        places: told.map(place),
        ...strikeOuts,
      },
    }),
  ];
};

describe('the flow by tier, by portfolio and of potential reviews', () => {
  it('opens with the last closing, reconciles in each row, and adds up to the whole, whatever is recorded late', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(life, { selector: (one) => one.id, maxLength: 8 }),
        pausedCountsByMonth,
        (lives, pausedCounts) => {
          let previous: ReturnType<typeof asPrevious> = null;
          for (const [n, month] of monthsOfChain.entries()) {
            const made = rollUp(
              lives.flatMap((one) => asKnown(one, n, month)),
              aSetting({ programme: aProgramme({ pausedCounts: pausedCounts[n] }), month, previous }),
            );
            const { flow, counts } = made.content;
            const { byTier = [], byPortfolio = [], potential } = flow;
            for (const rows of [byTier, byPortfolio]) {
              expect(rows.filter((row) => !row.reconciles)).toEqual([]);
              expect([sumOf(rows, 'opening'), sumOf(rows, 'closing')]).toEqual([flow.opening, flow.closing]);
              expect(sumOf(rows, 'restatedBy')).toBe(flow.restatedBy);
              expect([sumOf(rows, 'entered'), sumOf(rows, 'left')]).toEqual([flow.entered.total, flow.left.total]);
              expect(sumOf(rows, 'movedIn')).toBe(sumOf(rows, 'movedOut'));
              for (const [figure, moved] of [
                ['resumed', flow.entered],
                ['paused', flow.left],
              ] as const)
                if (pausedCounts[n]) expect(rows.filter((row) => row[figure] !== undefined)).toEqual([]);
                else expect(sumOf(rows, figure)).toBe(moved.rows.filter(({ how }) => how === figure).length);
            }
            const closings = (rows: typeof byTier) => new Map(rows.map(({ key, closing }) => [key, closing]));
            for (const { key, share } of counts.tier) expect(closings(byTier).get(key)).toBe(share.numerator);
            expect(potential?.reconciles).toBe(true);
            expect(potential?.closing).toBe(counts.notCounted.find((one) => one.lifecycle === 'potential')?.count);
            const before: Flow | undefined = previous?.content.flow;
            if (before !== undefined) {
              for (const by of ['byTier', 'byPortfolio'] as const)
                for (const { key, closing } of before[by] ?? [])
                  expect(flow[by]?.find((row) => row.key === key)?.opening ?? 0).toBe(closing);
              expect(potential?.opening).toBe(before.potential?.closing);
            }
            previous = asPrevious(made);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  const active = [{ lifecycle: 'active' as const, at: startOfDay('2014-03-01') }];
  const places = [
    { tier: '2' as const, portfolio: 'people', at: startOfDay('2014-03-01') },
    { tier: '1' as const, portfolio: 'people', at: startOfDay('2014-04-10') },
  ];
  const moved = aReview('property', { review: { tier: '1', portfolio: 'people', lifecycles: active, places } });

  it('shows a review that was re-tiered moved out of one row and into another, by name and day', () => {
    const { flow } = rollUp([moved]).content;
    const row = (key: string) => flow.byTier?.find((one) => one.key === key);
    expect(row('2')).toMatchObject({ opening: 1, movedOut: 1, closing: 0 });
    expect(row('1')).toMatchObject({ opening: 0, movedIn: 1, closing: 1 });
    expect(flow.moved?.rows).toMatchObject([
      { review: 'property', by: 'tier', from: 'Tier 2', to: 'Tier 1', on: '2014-04-10' },
    ]);
    expect([flow.entered.total, flow.left.total]).toEqual([0, 0]);
  });

  it('shows an approval leave the potential reviews and enter the counted ones', () => {
    const lifecycles = [
      { lifecycle: 'potential' as const, at: startOfDay('2014-03-01') },
      { lifecycle: 'active' as const, at: startOfDay('2014-04-10'), by: 'approved' as const },
    ];
    const { flow } = rollUp([aReview('legal', { review: { lifecycles } })]).content;
    expect(flow.potential).toMatchObject({ opening: 1, entered: 0, left: 1, closing: 0 });
    expect(flow.entered.rows).toMatchObject([{ how: 'approved' }]);
  });

  it('names the review that one was merged into by its title, and one that is not there by its id', () => {
    const gone = {
      lifecycle: 'stopped' as const,
      at: startOfDay('2014-04-10'),
      by: 'merged' as const,
      into: ['estates'],
    };
    const { flow } = rollUp([
      aReview('estates', { review: { title: 'Estates' } }),
      aReview('merged', { review: { lifecycle: 'stopped', lifecycles: [...active, gone], mergedInto: 'estates' } }),
      aReview('part', {
        review: { lifecycles: [{ lifecycle: 'active', at: startOfDay('2014-04-10') }], splitFrom: 'whole' },
      }),
    ]).content;
    expect(flow.left.rows).toMatchObject([{ how: 'merged', others: ['Estates'] }]);
    expect(flow.entered.rows).toMatchObject([{ how: 'split-in', others: ['whole'] }]);
  });

  it('is not in a report by the first rule set', () => {
    expect(Object.keys(rollUp([moved], aSetting(), rules1).content.flow)).not.toContain('byTier');
  });
});
