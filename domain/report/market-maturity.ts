import { dayOf, type LocalDate } from '#language/time.ts';
import type { ReviewInReport } from './review-in-report.ts';

type Section = ReviewInReport['position']['review'];

/** The market maturity of a review as reports say it; null where it is not stated. */
export const maturityInWords = ({ marketMaturity, marketMaturityWords }: Section): string | null => {
  if (marketMaturity === undefined) return marketMaturityWords ?? null;
  return marketMaturityWords === undefined ? marketMaturity : `${marketMaturity} (${marketMaturityWords})`;
};

/** A look at the market confirms what is said of it as well. */
export const maturityConfirmedOn = ({ review, engagement }: ReviewInReport['position']): LocalDate | null => {
  if (maturityInWords(review) === null || review.marketMaturitySince === undefined) return null;
  const stated = dayOf(review.marketMaturitySince);
  return engagement.confirmedOn !== undefined && engagement.confirmedOn > stated ? engagement.confirmedOn : stated;
};
