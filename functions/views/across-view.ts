import type { JudgedRow } from '#domain/across-reviews.ts';
import type { RegisterAcross } from '#schemas/operations/across.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReviewAcross } from '#store/positions/across-reviews.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { entryView } from './entry-view.ts';

const naming = ['by', 'recordedBy', 'claimedBySubject', 'askedBySubject'];

/** The people that something names by their subject, wherever in it. */
const subjectsIn = (value: unknown, name = ''): readonly string[] => {
  if (typeof value === 'string') return naming.includes(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((one) => subjectsIn(one))
    : Object.entries(value).flatMap(([key, one]) => subjectsIn(one, key));
};

/** The review that something in a list over all reviews is of; null of what is of the programme itself. */
export const reviewView = (review: ReviewAcross | undefined) =>
  review === undefined ? null : { id: review.review, title: review.listed.title, lifecycle: review.listed.lifecycle };

/** An entry of a list over all reviews, and the people that it names. */
export const acrossView = (
  { row, storedRecord, review }: { row: JudgedRow; storedRecord: StoredRecord; review: ReviewAcross | undefined },
  { across }: RegisterAcross,
  programme: Programme,
) => {
  const entry = entryView(storedRecord, programme);
  const { facts, computed, recordedBy } = entry;
  return {
    people: [...new Set(subjectsIn({ facts, computed, recordedBy }))],
    item: {
      review: reviewView(review),
      state: row.state,
      stateName: across.states[row.state] ?? row.state,
      open: row.open,
      dueOn: row.dueOn,
      overdue: row.overdue,
      entry,
    },
  };
};
