import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Figure } from '#schemas/figures.ts';
import { Id, Sentence, Title } from '#schemas/ids.ts';

/** What a stated figure is about. */
export const Measure = z.enum([
  'savings-required',
  'savings-identified',
  'savings-unidentified',
  'savings-expected',
  'savings-expected-a-year',
  'already-in-mtfp',
  'gross-expenditure',
  'net-budget',
  'other',
]);
export type Measure = z.infer<typeof Measure>;

/**
 * A money position that a paper states for the whole programme, with its source, date and conflicts in the figure.
 * `follows` says that it should be another stated figure divided by that one's period: the report checks it.
 */
export const StatedPosition = z
  .strictObject({
    title: Title,
    measure: Measure,
    year: FinancialYear.optional(),
    periodYears: z.int().min(1).max(50).optional(),
    figure: Figure,
    follows: z.strictObject({ from: Id, by: z.literal('average-a-year') }).optional(),
    words: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .meta({ id: 'StatedPosition' });
export type StatedPosition = z.infer<typeof StatedPosition>;
