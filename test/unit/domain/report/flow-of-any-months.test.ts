import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, endOfMonth, type Instant, type ReportMonth, startOfDay } from '#language/time.ts';
import { Lifecycle } from '#schemas/review.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const firstMonth = '2014-02';
const monthsOfChain: readonly ReportMonth[] = [0, 1, 2].map((n) => addMonths(firstMonth, n));

/** A change of lifecycle: the day of the chain on which it was true, and the report by which it had been told. */
interface ToldChange {
  readonly lifecycle: Lifecycle;
  readonly at: Instant;
  readonly toldBy: number;
}

const change = fc
  .record({
    lifecycle: fc.constantFrom(...Lifecycle.options),
    month: fc.integer({ min: -1, max: 2 }),
    day: fc.integer({ min: 1, max: 28 }),
    late: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ lifecycle, month, day, late }): ToldChange => {
    const date = `${addMonths(firstMonth, month)}-${String(day).padStart(2, '0')}`;
    return { lifecycle, at: startOfDay(date), toldBy: Math.max(0, month) + late };
  });

const life = fc.record({
  id: fc.stringMatching(/^[a-z]{1,4}$/),
  changes: fc.uniqueArray(change, { selector: (one) => one.at, minLength: 1, maxLength: 6 }),
  split: fc.boolean(),
  merged: fc.boolean(),
});

const pausedCountsByMonth = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });

describe('the flow of reviews', () => {
  it('opens each month with what the month before closed with, and reconciles whatever is told late and whether paused counts', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(life, { selector: (one) => one.id, maxLength: 8 }),
        pausedCountsByMonth,
        (lives, pausedCounts) => {
          let previous: ReturnType<typeof asPrevious> = null;
          for (const [n, month] of monthsOfChain.entries()) {
            const reviews = lives.flatMap(({ id, changes, split, merged }) => {
              const lifecycles = changes
                .filter((one) => one.toldBy <= n && one.at <= endOfMonth(month))
                .toSorted((one, other) => (one.at < other.at ? -1 : 1))
                .map(({ lifecycle, at }) => ({ lifecycle, at }));
              const lifecycle = lifecycles.at(-1)?.lifecycle;
              if (lifecycle === undefined) return [];
              const links = { ...(split ? { splitFrom: 'whole' } : {}), ...(merged ? { mergedInto: 'whole' } : {}) };
              return [aReview(id, { review: { lifecycle, lifecycles, ...links } })];
            });
            const programme = aProgramme({ pausedCounts: pausedCounts[n] });
            const made = rollUp(reviews, aSetting({ programme, month, previous }));
            const { flow, counts } = made.content;
            expect(flow.reconciles).toBe(true);
            expect(flow.closing).toBe(counts.counted);
            expect(
              flow.opening + sum(flow.restated.rows.map((one) => one.change)) + flow.entered.total - flow.left.total,
            ).toBe(counts.counted);
            if (previous !== null) expect(flow.opening).toBe(previous.content.flow.closing);
            previous = asPrevious(made);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
