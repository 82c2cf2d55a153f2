import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Narrative, Subject } from '#schemas/ids.ts';
import { RatingName } from '#schemas/rating-names.ts';

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
