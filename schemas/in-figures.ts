import * as z from 'zod';
import { ExclusionReason, Total } from './figures.ts';
import { Id } from './ids.ts';

/** Why a record gives nothing to a figure that it is about: as it was stated, or by a rule. */
export const WhyNone = z.enum([
  ...ExclusionReason.options,
  'not-cash',
  'not-firm',
  'counted-with-another',
  'rating-out-of-date',
  'open-ended',
]);
export type WhyNone = z.infer<typeof WhyNone>;

/** What a record gives to a figure: whole pounds, or so many; a total where that is no exact amount; or why it gives nothing. */
export const Amount = z.union([z.int(), WhyNone, Total]);
export type Amount = z.infer<typeof Amount>;

export const ofWhichRegister =
  'Of which register; `review` or `programme`: itself; `waits-for`: what the review waits for by its own record';

/**
 * What one record gives to the figures of a report (docs/meaning.md REPORT-27): `counts.stage` has `analyse`, and together they are the
 * figure `counts.stage.analyse`.
 */
export const InFigures = z
  .object({
    register: z.string().meta({ description: ofWhichRegister }),
    entry: Id,
    title: z.string().nullable().meta({ description: 'Its title; null of the review itself' }),
    figures: z.record(z.string(), z.record(z.string(), Amount)),
  })
  .meta({ id: 'InFigures', description: 'What a record gives to the figures of a report' });
export type InFigures = z.infer<typeof InFigures>;
