import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { settingsIn } from '../views/loaded-records.ts';
import { peopleIn, reviewView, withNames } from '../views/review-view.ts';
import type { Act } from './act.ts';

const nobodyNamed: ReadonlyMap<string, string> = new Map();
const answer = (loaded: LoadedChain, stored: StoredRecord) => reviewView(stored, settingsIn(loaded), nobodyNamed);

/** What every change of a review answers: kept with people by subject alone, shown with their names. */
export const reviewAnswer: Pick<Act<ReturnType<typeof answer>>, 'answer' | 'naming'> = {
  answer,
  naming: {
    subjectsIn: ({ record }) => peopleIn(record).map((one) => one.subject),
    named: (review, names) => ({ ...review, record: withNames(review.record, names) }),
  },
};
