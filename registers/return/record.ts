import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { keptWords, Narrative, Sentence, Subject } from '#schemas/ids.ts';

/** A review's return of a month: words, or "reviewed, nothing changed". The month is its id. */
export const MonthlyReturn = z
  .strictObject({
    nothingChanged: z.boolean().default(false),
    narrative: Narrative.optional(),
    exempt: Exemption.optional(),
  })
  .refine((given) => given.nothingChanged || given.narrative !== undefined, {
    path: ['narrative'],
    message: 'must say what changed, unless "nothingChanged" is true',
  })
  .meta({ id: 'MonthlyReturn' });
export type MonthlyReturn = z.infer<typeof MonthlyReturn>;

export const ConfirmReturn = z.strictObject({ words: Sentence.optional() }).meta({ id: 'ConfirmReturn' });
export type ConfirmReturn = z.infer<typeof ConfirmReturn>;

export const MonthlyReturnFacts = z
  .object({
    submittedAt: Instant,
    confirmed: z.object({ at: Instant, by: Subject, words: keptWords.optional() }).nullable(),
  })
  .meta({ id: 'MonthlyReturnFacts' });
export type MonthlyReturnFacts = z.infer<typeof MonthlyReturnFacts>;
