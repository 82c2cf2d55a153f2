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
      review:
        review === undefined
          ? null
          : { id: review.review, title: review.listed.title, lifecycle: review.listed.lifecycle },
      state: row.state,
      stateName: across.states[row.state] ?? row.state,
      open: row.open,
      dueOn: row.dueOn,
      overdue: row.overdue,
      entry,
    },
  };
};
