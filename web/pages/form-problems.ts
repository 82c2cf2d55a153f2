import type { ProblemAnswer } from './question.ts';

/*
 * What is said of a form that could not be recorded as it was sent.
 */

/** The same form was sent before with something else in it: perhaps it is meant to be another one. */
export const sentBefore = (problem: ProblemAnswer): ProblemAnswer => ({
  ...problem,
  detail: 'You have just saved this form with something else in it. If this is to be saved as well, save it again.',
  faults: [],
});

/** Whoever sends a form saved it already with something else in it, on another page or before they went back. */
export const savedByThemselves = (problem: ProblemAnswer): ProblemAnswer => ({
  ...problem,
  detail: 'You saved it yourself meanwhile, in another tab or before you went back to this page.',
});

/** What was read has changed: it is for people to read it again. */
export const movedOn = (problem: ProblemAnswer): ProblemAnswer => ({
  ...problem,
  detail: `This has changed since you read it, and nothing was recorded. Read it again as it is now. ${problem.detail}`,
  faults: [],
});

/** Nothing of a form was recorded, as some of what it holds has moved. */
export const someMoved = (problem: ProblemAnswer): ProblemAnswer => ({
  ...problem,
  detail:
    'Nothing was recorded: somebody changed some of this since you read it. What they changed is on this page now.',
  faults: [],
});

/** Nothing of a form was recorded, as somebody else changed the same meanwhile: both are on the page. */
export const bothChanged = (problem: ProblemAnswer): ProblemAnswer => ({
  ...problem,
  detail: 'Nothing was recorded: what you changed was changed meanwhile. Compare the two below, then save it again',
  faults: [],
});

/** Whether another request had its key: of a form, the same one with something else in it. */
export const isSentBefore = ({ code }: ProblemAnswer): boolean => code === 'idempotency.key-reused';

export const isStale = ({ status }: ProblemAnswer): boolean => status === 412;
