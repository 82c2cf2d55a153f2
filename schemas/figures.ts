import * as z from 'zod';
import { PlannedOn } from './dates.ts';
import { Sentence } from './ids.ts';
import { numberFault } from './number-fault.ts';

/** Whole pounds, never below zero: plans, forecasts, costs, budgets. */
export const Pounds = z
  .int(numberFault('must be a whole number of pounds'))
  .min(0, 'must not be below zero')
  .max(1e12, 'must be at most a million million pounds')
  .meta({ description: 'Whole pounds, zero or above', example: 43000000 });

/** Whole pounds, below zero allowed: actuals, adjustments, cash flows. */
export const SignedPounds = z
  .int(numberFault('must be a whole number of pounds'))
  .min(-1e12, 'must be at least minus a million million pounds')
  .max(1e12, 'must be at most a million million pounds')
  .meta({ description: 'Whole pounds; below zero is a cost' });

/** A sum of whole pounds: larger than any one amount may be. */
export const SumOfPounds = z.int().meta({});

const amount = { kind: z.literal('amount'), pounds: Pounds };
const range = { kind: z.literal('range'), low: Pounds, high: Pounds };
const over = { kind: z.literal('over'), pounds: Pounds };
const about = { kind: z.literal('about'), pounds: Pounds };
const nearly = { kind: z.literal('nearly'), pounds: Pounds };
const partKnown = { kind: z.literal('part-known'), pounds: Pounds, covers: Sentence };
const toBeConfirmed = { kind: z.literal('to-be-confirmed'), reason: Sentence };
const nonFinancial = { kind: z.literal('non-financial'), words: Sentence };
const notStated = { kind: z.literal('not-stated') };

const lowBeforeHigh = (figure: { low: number; high: number }): boolean => figure.low <= figure.high;
const lowBeforeHighFault = { path: ['high'], message: 'must not be below the low end' };

/** What another paper says of the same figure. */
export const ConflictingValue = z
  .strictObject({
    value: z.discriminatedUnion('kind', [
      z.strictObject(amount),
      z.strictObject(range).refine(lowBeforeHigh, lowBeforeHighFault),
      z.strictObject(over),
      z.strictObject(about),
      z.strictObject(nearly),
      z.strictObject(partKnown),
      z.strictObject(toBeConfirmed),
      z.strictObject(nonFinancial),
      z.strictObject(notStated),
    ]),
    source: Sentence,
    asAt: PlannedOn.optional(),
  })
  .meta({ id: 'ConflictingValue' });

const provenance = {
  source: Sentence.optional(),
  asAt: PlannedOn.optional(),
  conflicts: z.array(ConflictingValue).max(10).optional(),
};

/**
 * An honest money figure: an amount, a range, over / about / nearly an amount, part-known, to be confirmed,
 * non-financial with words, or not stated; with its source, the date it is as at, and every conflicting value.
 */
export const Figure = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...amount, ...provenance }),
    z.strictObject({ ...range, ...provenance }).refine(lowBeforeHigh, lowBeforeHighFault),
    z.strictObject({ ...over, ...provenance }),
    z.strictObject({ ...about, ...provenance }),
    z.strictObject({ ...nearly, ...provenance }),
    z.strictObject({ ...partKnown, ...provenance }),
    z.strictObject({ ...toBeConfirmed, ...provenance }),
    z.strictObject({ ...nonFinancial, ...provenance }),
    z.strictObject({ ...notStated, ...provenance }),
  ])
  .meta({
    id: 'Figure',
    description:
      'An honest money figure in whole pounds: what is known, how well, from which source, and what contradicts it',
  });
export type Figure = z.infer<typeof Figure>;

/** In the amounts of a savings line a bare number of whole pounds stands for an exact amount. */
export const FigureOrPounds = z
  .union([Pounds, Figure], {
    error: ({ input }) =>
      input === undefined
        ? 'is required'
        : 'must be a whole number of pounds, zero or above, or a figure object with a "kind"',
  })
  .meta({ id: 'FigureOrPounds' });
export type FigureOrPounds = z.infer<typeof FigureOrPounds>;

export const ExclusionReason = z.enum(['to-be-confirmed', 'non-financial', 'not-stated']);
export type ExclusionReason = z.infer<typeof ExclusionReason>;

/**
 * A total with its coverage. `low` and `high` in whole pounds; `high` is null where an "over" figure leaves the top open;
 * `exact` only where every figure counted is an amount; `count` figures are in it, `excluded` ones are not, and why.
 */
export const Total = z
  .object({
    low: z.int().meta({ title: 'Low end', description: 'The low end, in whole pounds' }),
    high: z
      .int()
      .nullable()
      .meta({ title: 'High end', description: 'The high end; null where a figure leaves the top open' }),
    exact: z.boolean().meta({ title: 'Exact', description: 'Whether every figure in it is an exact amount' }),
    count: z.int().meta({ title: 'Figures', description: 'How many figures it adds up' }),
    marked: z
      .array(z.enum(['over', 'about', 'nearly', 'part-known']))
      .meta({ title: 'Marks', description: 'The kinds of figures in it that are no exact amounts' }),
    excluded: z
      .array(
        z.object({
          reason: ExclusionReason.meta({ title: 'Reason', description: 'Why figures are left out' }),
          count: z.int().meta({ title: 'How many', description: 'How many' }),
        }),
      )
      .meta({ title: 'Left out', description: 'The figures that it could not add up' }),
  })
  .meta({
    id: 'Total',
    description: 'A total in whole pounds with its coverage: how many figures it adds up and how many it could not',
  });
export type Total = z.infer<typeof Total>;

/** A share of a whole: never a percentage without its numerator and denominator. `percent` is null over nothing. */
export const Share = z
  .object({ numerator: z.int(), denominator: z.int(), percent: z.number().nullable() })
  .meta({ id: 'Share', description: 'A percentage, to one decimal place, with the numbers it comes from' });
export type Share = z.infer<typeof Share>;
