import { choice } from '#schemas/choices.ts';
import { across } from '../across.ts';
import { RisksSection } from './projections.ts';

/** Risks over all reviews: a risk is due on the day by which it is to be reviewed. */
export const risksAcross = across(RisksSection, {
  states: choice({ open: 'Open', closed: 'Closed', happened: 'Happened' }),
  open: ['open'],
  has: ['owner', 'due'],
  rows: ({ open, unscored, closed, happened }) => [
    ...open.map(({ id, title, owner, nextReviewOn, firstReviewOn = null, score }) => ({
      ...{ id, title, owner, state: 'open', dueOn: nextReviewOn ?? firstReviewOn, weight: score },
    })),
    ...unscored.map(({ id, title, owner, nextReviewOn }) => ({
      ...{ id, title, owner, state: 'open', dueOn: nextReviewOn, weight: 0 },
    })),
    ...closed.map(({ id, title, owner }) => ({ id, title, owner, state: 'closed', dueOn: null, weight: 0 })),
    ...happened.map(({ id, title, owner }) => ({ id, title, owner, state: 'happened', dueOn: null, weight: 0 })),
  ],
  withActions: ({ open, unscored }) => [
    ...open.map(({ id, openActionsDue, words }) => ({
      id,
      // A risk with words has its actions among them.
      days: [...openActionsDue, ...(words?.actions ?? [])].flatMap(({ dueOn }) => dueOn ?? []),
    })),
    ...unscored.map(({ id, openActionsDue }) => ({ id, days: openActionsDue.map(({ dueOn }) => dueOn) })),
  ],
});
