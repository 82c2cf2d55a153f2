import type { Instant } from '#language/time.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { type Review, type ReviewFacts, reviewRecordOf } from '#schemas/review.ts';

type Stated = Pick<Review, 'marketMaturity' | 'marketMaturityWords'>;
type Since = Pick<ReviewFacts, 'marketMaturitySince'>;

const isStated = ({ marketMaturity, marketMaturityWords }: Stated): boolean =>
  marketMaturity !== undefined || marketMaturityWords !== undefined;

/** From when the market maturity of a review is stated as it is, after it is recorded anew. */
export const maturitySince = (
  before: { readonly record: Stated; readonly facts: Since } | null,
  record: Stated,
  effectiveAt: Instant,
): Since => {
  if (!isStated(record)) return {};
  const isSame =
    before !== null &&
    before.record.marketMaturity === record.marketMaturity &&
    before.record.marketMaturityWords === record.marketMaturityWords;
  if (!isSame) return { marketMaturitySince: effectiveAt };
  const { marketMaturitySince: since } = before.facts;
  return since === undefined ? {} : { marketMaturitySince: since };
};

/** The same at the end of a part of a review's line. */
export const maturityAlong = (line: readonly Pick<HistoryEvent, 'effectiveAt' | 'after'>[]): Since => {
  let stated: { readonly record: Stated; readonly facts: Since } | null = null;
  for (const { after, effectiveAt } of line) {
    const record = reviewRecordOf(after.record);
    stated = { record, facts: maturitySince(stated, record, effectiveAt) };
  }
  return stated?.facts ?? {};
};
