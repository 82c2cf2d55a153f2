import { put } from './put-entry.ts';

/** The id of a rule, what breaks it, the put that does, and the line of the fault. */
export type Breach = readonly [string, string, ReturnType<typeof put>, string];

const recommended = { title: 'Agree the measures', origin: 'audit', response: 'accepted' };
const closed = { status: 'closed', closedOn: '2014-04-10' };
const learned = { title: 'Ask first', kind: 'change', what: 'Twice', advice: 'Ask', learnedOn: '2014-04-01' };

const measured = { title: 'Calls', unit: 'percent', better: 'higher', period: 'month' };
const walk = { title: 'First quarter', year: '2014/15' };
const budgeted = { title: 'Property costs', year: '2014/15' };

export const closedRecommendation = { ...recommended, ...closed };

export const everyStage =
  'identified, service-baseline, options-appraisal, full-business-case, decision, implementation, benefits-review and closed';

/** What breaks the rules of recommendations, lessons, performance indicators and budget lines. */
export const ofControl: readonly Breach[] = [
  [
    'REC-01',
    'a recommendation that was rejected without a reason',
    put('recommendation', { ...recommended, response: 'rejected' }),
    '/responseWords must say why it was rejected',
  ],
  [
    'REC-01',
    'a recommendation that was accepted in part without a reason',
    put('recommendation', { ...recommended, response: 'accepted-in-part' }),
    '/responseWords must say why it was accepted in part only',
  ],
  [
    'REC-02',
    'a recommendation that is closed before it is answered',
    put('recommendation', { ...recommended, response: 'awaited', ...closed }),
    '/response must be accepted, accepted in part or rejected before it is closed',
  ],
  [
    'REC-02',
    'a recommendation that is closed without evidence',
    put('recommendation', { ...recommended, ...closed }),
    '/evidence must say what shows that it was done',
  ],
  [
    'LES-01',
    'a lesson from a stage that the programme does not have',
    put('lesson', { ...learned, stage: 'tender' }),
    `/stage must be a stage of the programme: ${everyStage}`,
  ],
  ...(
    [
      ['of another kind', 'http://www.exampleshire.gov.uk/paper'],
      ['with a password in it', 'https://anna:secret@exampleshire.gov.uk/paper'],
      ['that a browser would run', 'javascript:alert(1)'],
      ['that is none', 'in the cupboard'],
    ] as const
  ).map(
    ([what, address]): Breach => [
      'PAP-01',
      `a paper at an address ${what}`,
      put('paper', { title: 'Options', kind: 'report', dated: '2014-04-01', address }),
      '/address must be an address that begins with https://, without a user name or password',
    ],
  ),
  [
    'KPI-01',
    'a floor on the better side of the target',
    put('performance-indicator', { ...measured, target: 80, floor: 81 }),
    '/floor must not be above the target, 80',
  ],
  [
    'KPI-01',
    'a floor on the better side of a target that is better lower',
    put('performance-indicator', { ...measured, better: 'lower', target: 5, floor: 4 }),
    '/floor must not be below the target, 5',
  ],
  [
    'KPI-01',
    'a floor on the better side of the target of a year',
    put('performance-indicator', { ...measured, targets: [{ year: '2014/15', target: 80, floor: 81 }] }),
    '/targets/0/floor must not be above the target, 80',
  ],
  [
    'KPI-02',
    'an activity with targets by year',
    put('performance-indicator', { ...measured, better: 'neither', targets: [{ year: '2014/15' }] }),
    '/targets must be left out: an activity is not better higher or lower',
  ],
  [
    'KPI-05',
    'a floor of a year that has no target',
    put('performance-indicator', { ...measured, targets: [{ year: '2014/15', floor: 70 }] }),
    '/targets/0/target must be given: a floor is what is still Amber short of it',
  ],
  [
    'KPI-02',
    'an activity with a target',
    put('performance-indicator', { ...measured, better: 'neither', target: 80 }),
    '/target must be left out: an activity is not better higher or lower',
  ],
  [
    'KPI-02',
    'an expected range that ends before it begins',
    put('performance-indicator', { ...measured, better: 'neither', expected: { low: 2, high: 1 } }),
    '/expected/high must not be below the low end',
  ],
  [
    'KPI-02',
    'an expected range of what is no activity',
    put('performance-indicator', { ...measured, expected: { low: 1, high: 2 } }),
    '/expected must be left out: only an activity has an expected range',
  ],
  [
    'KPI-03',
    'a year to date of a snapshot',
    put('performance-indicator', {
      ...measured,
      period: 'snapshot',
      readings: [{ month: '2014-03', value: 1, yearToDate: 1 }],
    }),
    '/readings/0/yearToDate must be left out: the indicator is a snapshot',
  ],
  [
    'KPI-04',
    'a reading of a month to come',
    put('performance-indicator', { ...measured, readings: [{ month: '2014-05', value: 1 }] }),
    '/readings/0/month must not be after April 2014, in which it is recorded',
  ],
  [
    'BUD-01',
    'a budget line of a directorate that the programme does not have',
    put('budget-line', { ...budgeted, directorate: 'transport' }),
    '/directorate must be a directorate of the programme: growth',
  ],
  [
    'BUD-02',
    'a budget line that names others',
    put('budget-line', { ...budgeted, of: ['two'] }),
    '/of must be left out: only a total names lines',
  ],
  [
    'BUD-02',
    'a total that adds itself up',
    put('budget-line', { ...budgeted, kind: 'total', of: ['one'] }),
    '/of/0 must name another budget line',
  ],
  [
    'BUD-02',
    'a total that adds a line up twice',
    put('budget-line', { ...budgeted, kind: 'total', of: ['two', 'two'] }),
    '/of/1 must not name a line twice',
  ],
  [
    'BUD-03',
    'a budget line with the code of another of its year',
    put('budget-line', { ...budgeted, code: 'pro-1' }, { budgetLines: { two: { ...budgeted, code: 'PRO-1' } } }),
    `/code must be of one budget line of ${budgeted.year}; two has it`,
  ],
  [
    'BUD-03',
    'a total with a code',
    put('budget-line', { ...budgeted, kind: 'total', code: 'PRO-1' }),
    '/code must be left out of a total',
  ],
  [
    'WLK-01',
    'an action of a directorate that the programme does not have',
    put(
      'in-year-walk',
      { ...walk, actions: [{ id: 'a', what: 'Spend less', directorate: 'nowhere' }] },
      { review: null },
    ),
    '/actions/0/directorate must be a directorate of the programme: growth',
  ],
  [
    'WLK-01',
    'an action for an objective that the programme does not have',
    put(
      'in-year-walk',
      { ...walk, actions: [{ id: 'a', what: 'Spend less', objective: 'nothing' }] },
      { review: null },
    ),
    '/actions/0/objective must be an objective of the programme, which lists none: the programme office adds it to the settings first',
  ],
];
