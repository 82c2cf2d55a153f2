import { type Programme, settingsFrom } from '#schemas/programme.ts';
import { type Review, type ReviewFacts, reviewFactsOf, reviewRecordOf } from '#schemas/review.ts';
import type { ChainFile, ThingName } from '#store/records/load-for-change.ts';
import type { StoredThing } from '#store/records/records.ts';

/*
 * What a file holds, as the rules take it. `tell` has made sure that the programme and the review are there:
 * where they are not, something is wrong with us and not with the request.
 */

export const settingsIn = (file: ChainFile): Programme => {
  if (file.settings === undefined) throw new Error('the file of the chain holds no programme');
  return file.settings;
};

export interface LoadedReview {
  readonly id: string;
  readonly record: Review;
  readonly facts: ReviewFacts;
}

export const reviewName = (review: string): ThingName => ({ kind: 'review', id: review });

/** The review of the file; null in the programme's own chain. */
export const reviewIn = (file: ChainFile): LoadedReview | null => {
  const { review } = file.place;
  const thing = review === null ? undefined : file.thing(reviewName(review));
  return review === null || thing === undefined ? null : loadedReview(thing);
};

export const loadedReview = (thing: StoredThing): LoadedReview => ({
  id: thing.id,
  record: reviewRecordOf(thing.state.record),
  facts: reviewFactsOf(thing.state.facts),
});

export const mustHaveReview = (file: ChainFile): LoadedReview => {
  const review = reviewIn(file);
  if (review === null) throw new Error('the file of the chain holds no review');
  return review;
};

export const settingsOf = (programme: StoredThing): Programme => settingsFrom(programme.state.record);
