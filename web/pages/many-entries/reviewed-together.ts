import type { Register } from '#registers/declaration.ts';

/** Whether the open entries of a register of a review can be recorded as reviewed without a change on one page. Savings lines have a grid of their own. */
export const isReviewedTogether = ({ kind, reviewedNoChange, across, scopes }: Register): boolean =>
  kind !== 'saving' && reviewedNoChange === true && across !== undefined && scopes.includes('review');
