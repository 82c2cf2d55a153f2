import * as fc from 'fast-check';
import { addMonths, type Instant, type ReportMonth, startOfDay } from '#language/time.ts';
import { Lifecycle, Tier } from '#schemas/review.ts';
import { anyReview } from '../../support/any-reviews.ts';

/*
 * Programmes with a history of some months: reviews in any state that begin, pause, end and move between tiers and portfolios, with decisions and
 * moves on any day, all of it recorded then or later; months that are not reported, and published ones that are revised.
 */

export const firstMonth: ReportMonth = '2014-02';
export const months: readonly ReportMonth[] = [0, 1, 2, 3].map((n) => addMonths(firstMonth, n));
const last = months.length - 1;

/** From the month before the first on: the day on which something was so. */
const day = fc
  .record({ month: fc.integer({ min: -1, max: last }), day: fc.integer({ min: 1, max: 28 }) })
  .map((one) => ({
    on: `${addMonths(firstMonth, one.month)}-${String(one.day).padStart(2, '0')}`,
    month: Math.max(0, one.month),
  }));

/** What was so of a review from an instant on, and the month by whose report it was recorded. */
const change = fc
  .record({
    lifecycle: fc.constantFrom(...Lifecycle.options),
    tier: fc.constantFrom(...Tier.options),
    portfolio: fc.constantFrom('people', 'place', undefined),
    day,
    late: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ day: { on, month }, late, ...is }) => ({ ...is, at: startOfDay(on), recordedBy: month + late }));

const fact = fc
  .record({ kind: fc.constantFrom('decision' as const, 'move' as const), day, late: fc.integer({ min: 0, max: 3 }) })
  .map(({ kind, day: { on, month }, late }) => ({ kind, on, at: at(on), recordedBy: month + late }));
const at = (on: string): Instant => `${on}T12:00:00.000Z`;

const life = fc.record({
  review: anyReview,
  changes: fc.uniqueArray(change, { selector: (one) => one.at, minLength: 1, maxLength: 4 }),
  facts: fc.uniqueArray(fact, { selector: (one) => one.at, maxLength: 4 }),
  struckOutBy: fc.oneof({ weight: 4, arbitrary: fc.constant(99) }, fc.integer({ min: 0, max: last })),
});
export type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

export const anyProgramme = fc.record({
  lives: fc.uniqueArray(life, { selector: ({ review }) => review.id, maxLength: 6 }),
  pausedCounts: fc.array(fc.boolean(), { minLength: months.length, maxLength: months.length }),
  /** A month that the office closes as not reported. */
  closed: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: last - 1 })),
  /** Months that are revised, each after the report of a later month, or of its own. */
  revised: fc.array(fc.record({ of: fc.nat({ max: last }), after: fc.nat({ max: last }) }), { maxLength: 2 }),
});
export type AnyProgramme = typeof anyProgramme extends fc.Arbitrary<infer P> ? P : never;
