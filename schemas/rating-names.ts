import type * as z from 'zod';
import { choice, labelOf } from './choices.ts';

/** Delivery confidence; the two mixed ratings belong to the five-point scheme only. */
export const RatingName = choice({
  green: 'Green',
  'amber-green': 'Amber/Green',
  amber: 'Amber',
  'amber-red': 'Amber/Red',
  red: 'Red',
}).meta({ id: 'RatingName' });
export type RatingName = z.infer<typeof RatingName>;

export const ratingInWords = (rating: RatingName | 'not-rated'): string =>
  rating === 'not-rated' ? 'Not rated' : labelOf(RatingName, rating);
