import { type Programme, settingsFrom } from '#schemas/programme.ts';
import { type Review, type ReviewFacts, reviewFactsOf, reviewRecordOf } from '#schemas/review.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';

/*
 * What a loaded chain holds, as the rules take it. `recordChange` has made sure that the programme and the review are there:
 * where they are not, something is wrong with us and not with the request.
 */

export const settingsIn = (loaded: LoadedChain): Programme => {
  if (loaded.settings === undefined) throw new Error('the loaded chain holds no programme');
  return loaded.settings;
};

export interface LoadedReview {
  readonly id: string;
  readonly record: Review;
  readonly facts: ReviewFacts;
}

export const reviewName = (review: string): RecordRef => ({ kind: 'review', id: review });

/** The review of the file; null in the programme's own chain. */
export const reviewIn = (loaded: LoadedChain): LoadedReview | null => {
  const { review } = loaded.chainRef;
  const storedRecord = review === null ? undefined : loaded.record(reviewName(review));
  return review === null || storedRecord === undefined ? null : loadedReview(storedRecord);
};

export const loadedReview = (storedRecord: StoredRecord): LoadedReview => ({
  id: storedRecord.id,
  record: reviewRecordOf(storedRecord.state.record),
  facts: reviewFactsOf(storedRecord.state.facts),
});

export const mustHaveReview = (loaded: LoadedChain): LoadedReview => {
  const review = reviewIn(loaded);
  if (review === null) throw new Error('the loaded chain holds no review');
  return review;
};

export const settingsOf = (programme: StoredRecord): Programme => settingsFrom(programme.state.record);
