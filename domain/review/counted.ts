import type { Lifecycle } from '#schemas/review.ts';

/** Only active and paused reviews are in the total; the others are counted next to it. Source: KCC. */
export const isCounted = (lifecycle: Lifecycle): boolean => lifecycle === 'active' || lifecycle === 'paused';
