import * as z from 'zod';

/** Delivery confidence; the two mixed ratings belong to the five-point scheme only. */
export const RatingName = z.enum(['green', 'amber-green', 'amber', 'amber-red', 'red']).meta({ id: 'RatingName' });
export type RatingName = z.infer<typeof RatingName>;

const ratingWords: Readonly<Record<RatingName, string>> = {
  green: 'Green',
  'amber-green': 'Amber/Green',
  amber: 'Amber',
  'amber-red': 'Amber/Red',
  red: 'Red',
};
export const ratingInWords = (rating: RatingName | 'not-rated'): string =>
  rating === 'not-rated' ? 'Not rated' : ratingWords[rating];
