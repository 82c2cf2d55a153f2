import { legal, library, property } from './report-samples.ts';

/* The risks of the rich report, and what is planned: milestones and decisions. */

const whole = { review: null, title: 'Facing Outwards' };

const risk = (id: string, title: string, likelihood: number, impact: number, owner?: string) => ({
  id,
  title,
  likelihood,
  impact,
  score: likelihood * impact,
  band: likelihood * impact <= 6 ? 'low' : likelihood * impact <= 15 ? 'medium' : 'high',
  ...(owner === undefined ? {} : { owner }),
  nextReviewOn: '2014-05-30',
  missing: owner === undefined ? ['an owner'] : [],
  openActionsDue: [],
  scores: [{ at: '2014-01-31T00:00:00.000Z', score: 8 }],
});

const heatMap = [
  [0, 0, 0, 1, 1],
  [0, 0, 1, 2, 0],
  [0, 1, 3, 0, 0],
  [0, 1, 0, 0, 0],
  [1, 0, 0, 0, 0],
];

/** Eleven open risks, some without an owner, one overdue. */
export const richRisks = {
  open: 11,
  programmeWide: 2,
  byBand: { low: 2, medium: 5, high: 4 },
  heatMap,
  likelihoodWords: ['Very unlikely', 'Unlikely', 'Possible', 'Likely', 'Very likely'],
  impactWords: ['Minor', 'Moderate', 'Significant', 'Serious', 'Major'],
  lowUpTo: 6,
  mediumUpTo: 15,
  top: [
    {
      ...whole,
      risk: risk('savings', 'The savings are not achieved', 5, 5, 'Programme Director'),
      direction: 'up',
      previousScore: 20,
    },
    { ...library, risk: risk('leases', 'Leases cannot be assigned', 5, 4), direction: 'new', previousScore: null },
    {
      ...property,
      risk: risk('staff', 'Specialist staff leave', 4, 4, 'Head of Property'),
      direction: 'same',
      previousScore: 16,
    },
    {
      ...legal,
      risk: risk('licence', 'The licence is late', 3, 3, 'Head of Legal'),
      direction: 'down',
      previousScore: 12,
    },
  ],
  moved: [
    {
      ...whole,
      risk: risk('savings', 'The savings are not achieved', 5, 5, 'Programme Director'),
      direction: 'up',
      previousScore: 20,
    },
  ],
  overdue: [
    {
      ...property,
      risk: 'staff',
      riskTitle: 'Specialist staff leave',
      dueOn: '2014-04-12',
      what: 'Review of the risk',
    },
  ],
  incomplete: [
    { ...library, risk: 'leases', riskTitle: 'Leases cannot be assigned', missing: ['an owner', 'an action'] },
  ],
  coverage: '8 of 10 reviews have a risk register with an open risk.',
};

export const richPlans = {
  milestones: {
    total: 24,
    done: 9,
    due: [{ ...property, milestone: 'Full business case', dueOn: '2014-05-16' }],
    missed: [{ ...legal, milestone: 'Supplier day', dueOn: '2014-04-11' }],
    slipped: [
      {
        ...property,
        milestone: 'Company trades',
        baseline: '2015-04-01',
        forecast: '2015-09-01',
        actual: null,
        reason: 'Company formation takes longer',
      },
      {
        ...library,
        milestone: 'Consultation ends',
        baseline: '2014-03-31',
        forecast: null,
        actual: '2014-04-21',
        reason: null,
      },
    ],
    rebaselines: 1,
  },
  decisions: {
    taken: [
      {
        ...property,
        decision: 'Proceed to full business case',
        body: 'County Council',
        kind: 'endorsement',
        on: '2014-04-24',
        reference: null,
      },
    ],
    due: [
      {
        ...library,
        decision: 'Adopt a charitable trust',
        body: 'Cabinet',
        kind: 'key-decision',
        dueOn: { kind: 'date', date: '2014-05-15' },
      },
      {
        ...whole,
        decision: 'Agree the Phase 2 scope',
        body: 'Transformation Board',
        kind: 'other',
        dueOn: { kind: 'to-be-confirmed', reason: 'no date set' },
      },
    ],
  },
};
