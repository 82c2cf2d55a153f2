import { decisionKey } from '#domain/report/facts-held.ts';
import { byTitle, figuresOfRecords } from '#domain/report/figures/of-records.ts';
import { stepsOf } from './forward-plan.ts';
import { isTreatedAsNotKey, keyBecause } from './key-test.ts';
import type { DecisionsSection } from './record.ts';
import { withdrawnOf } from './report.ts';

type Decision = DecisionsSection[number];

const isUndecided = ({ status }: Decision): boolean => status === 'due' || status === 'deferred';

const facts = {
  id: 'REPORT-20',
  sentence: 'Each decision is in the first report that knows how it was settled, and in no other.',
};
const dueRule = { id: 'DELIVERY-2', sentence: 'A decision is due, taken, deferred, refused or withdrawn.' };

const ofEvery = figuresOfRecords({
  part: 'decisions',
  register: 'decision',
  whose: 'every',
  rule: facts,
  ofReview: ({ position }) => position.decisions,
  ofProgramme: (wide) => wide.decisions,
  named: byTitle,
  figures: {
    taken: {
      title: 'Decisions taken',
      value: ({ taken }) => taken.total,
      gives: ({ id, status, takenOn }, { isHere }) =>
        status === 'taken' && takenOn !== undefined && isHere({ key: decisionKey(id, status), on: takenOn }),
    },
    settled: {
      title: 'Decisions deferred, refused or withdrawn',
      value: ({ settled }) => settled?.total,
      gives: ({ id, status, settledOn = null }, { isHere }) =>
        status !== 'due' && status !== 'taken' && isHere({ key: decisionKey(id, status), on: settledOn }),
    },
  },
});

/** What is no longer among the records. */
const ofWithdrawn = figuresOfRecords({
  part: 'decisions',
  register: 'decision',
  whose: 'every',
  rule: facts,
  ofReview: ({ id, title, position }, { setting }) => withdrawnOf(setting, { review: id, title }, position.decisions),
  ofProgramme: (wide, { setting }) =>
    withdrawnOf(setting, { review: null, title: setting.programme.name }, wide.decisions),
  named: ({ id, row: { decision } }) => ({ id, title: decision }),
  figures: { settled: { title: '', value: () => undefined, gives: () => true } },
});

const ofResults = figuresOfRecords({
  part: 'decisions',
  register: 'decision',
  whose: 'in-results',
  rule: dueRule,
  ofReview: ({ position }) => position.decisions,
  ofProgramme: (wide) => wide.decisions,
  named: byTitle,
  figures: {
    due: { title: 'Decisions due', value: ({ due }) => due.total, gives: isUndecided },
    'not-key': {
      title: 'Decisions treated as not key that the test makes key',
      value: ({ notKey }) => notKey?.total,
      gives: (one, { setting }) =>
        isTreatedAsNotKey(one) && [...keyBecause(one, setting.programme.keyDecisionThreshold)].length > 0,
    },
    'forward-plan': {
      title: 'What bodies have still to take up',
      value: ({ forwardPlan }) => forwardPlan?.total,
      gives: (one) => (isUndecided(one) ? stepsOf(one).length : 0),
      rule: {
        id: 'DELIVERY-22',
        sentence: 'The forward plan lists what bodies have still to take up of decisions, and the decision itself.',
      },
    },
  },
});

const ofOthers = figuresOfRecords({
  part: 'decisions',
  register: 'decision',
  whose: 'not-in-results',
  rule: dueRule,
  ofReview: ({ position }) => position.decisions,
  named: byTitle,
  figures: {
    'due-apart': {
      title: 'Decisions due of reviews that are not in the results',
      value: ({ dueApart }) => dueApart?.total,
      gives: isUndecided,
    },
  },
});

export const decisionsInFigures = [ofEvery, ofWithdrawn, ofResults, ofOthers];
