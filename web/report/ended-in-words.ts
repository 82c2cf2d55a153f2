import type { EndedReviews } from '#schemas/ended-reviews.ts';

/** What is said of the reviews that are in no total and leave something open: where paused reviews do not count, these are among them. */
export const endedInWords = ({ paused = 0 }: Pick<EndedReviews, 'paused'>): string =>
  paused === 0 ? 'have ended' : 'have ended or are paused';
