import * as z from 'zod';
import { Exemption } from './exemption.ts';
import { Narrative, Subject } from './ids.ts';
import { LocalDate } from './time.ts';

/** Delivery confidence; the two mixed ratings belong to the five-point scheme only. */
export const RatingName = z.enum(['green', 'amber-green', 'amber', 'amber-red', 'red']).meta({ id: 'RatingName' });
export type RatingName = z.infer<typeof RatingName>;

const Rated = z.strictObject({ rating: RatingName, words: Narrative });

/** A delivery-confidence rating: each dimension with words, and for the SRO the forward look. */
export const Rating = z
  .strictObject({
    on: LocalDate,
    overall: Rated,
    time: Rated.optional(),
    cost: Rated.optional(),
    benefits: Rated.optional(),
    risk: Rated.optional(),
    forwardLook: z.enum(['improving', 'no-change', 'worsening']).optional(),
    exempt: Exemption.optional(),
  })
  .meta({ id: 'Rating' });
export type Rating = z.infer<typeof Rating>;

export const RatingFacts = z.object({ source: z.enum(['sro', 'assurance']), by: Subject }).meta({ id: 'RatingFacts' });
export type RatingFacts = z.infer<typeof RatingFacts>;
