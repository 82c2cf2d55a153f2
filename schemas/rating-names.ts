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

/** The worse a rating is, the larger. */
export const worseness = (rating: RatingName): number => RatingName.options.indexOf(rating);

const notOfToday = { 'not-rated': 'Not rated', 'out-of-date': 'Out of date' };

export type RatedOrNot = RatingName | keyof typeof notOfToday;

/** Whether a word is a rating, or says that there is none of today. */
export const isRating = (name: string): name is RatedOrNot =>
  name === 'not-rated' || name === 'out-of-date' || RatingName.safeParse(name).success;

export const ratingInWords = (rating: RatedOrNot): string =>
  rating === 'not-rated' || rating === 'out-of-date' ? notOfToday[rating] : labelOf(RatingName, rating);

/** The ratings of a scheme, in a sentence about one that is not: undefined where it is. */
export const notOfScheme = (rating: RatingName, scheme: 'three-point' | 'five-point'): string | undefined =>
  scheme === 'three-point' && (rating === 'amber-green' || rating === 'amber-red')
    ? `must be green, amber or red: ${ratingInWords(rating)} belongs to the five-point scheme`
    : undefined;
