import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { settingsIn } from '../views/loaded-records.ts';
import { peopleIn, reviewView, withNames } from '../views/review-view.ts';
import type { Act } from './act.ts';

type Answered = ReturnType<typeof reviewView> & { readonly namesKept?: readonly string[] };
const answer = (loaded: LoadedChain, stored: StoredRecord): Answered => reviewView(stored, settingsIn(loaded));

/** What every change of a review answers: kept with people by subject alone, shown with their names. */
export const reviewAnswer: Pick<Act<Answered>, 'answer' | 'naming'> = {
  answer,
  naming: {
    subjectsIn: ({ record }) => peopleIn(record).map((one) => one.subject),
    named: (review, names) => ({ ...review, record: withNames(review.record, names) }),
    namedOtherwise: (review, subjects) => ({ ...review, namesKept: subjects }),
  },
};
