import type { Programme } from '#schemas/programme.ts';
import type { Lifecycle } from '#schemas/review.ts';

/** Whether paused reviews count: they do unless the programme's settings say otherwise. */
export type CountsBy = Pick<Programme, 'pausedCounts'>;

/**
 * Only active and paused reviews are in the total, paused ones as the programme says; the others are counted next to it.
 * Source: KCC.
 */
export const isCounted = (lifecycle: Lifecycle, { pausedCounts = true }: CountsBy): boolean =>
  lifecycle === 'active' || (lifecycle === 'paused' && pausedCounts);
