import { describe, expect, it } from 'vitest';
import { registerRuleSentences } from '#domain/registers/rules.ts';
import { RecordOutcome, UpdateCondition } from '#registers/business-case/record.ts';
import { recordOutcome, updateCondition } from '#registers/business-case/rules.ts';
import { redaction } from '#registers/redaction/record.ts';
import {
  faultLines,
  full,
  goLive,
  line,
  ownSro,
  recordRef,
  refusalOf,
  resultOf,
  team,
} from '../domain/perfect-review.ts';
import { review } from './act-on-entry.ts';
import { ofChangeRequests } from './breaches-of-change.ts';
import { ofCheckpoints } from './breaches-of-checkpoints.ts';
import { ofContracts } from './breaches-of-contracts.ts';
import { type Breach, closedRecommendation, ofControl } from './breaches-of-control.ts';
import { ofCosts } from './breaches-of-costs.ts';
import { ofDecisions } from './breaches-of-decisions.ts';
import { ofDependencies } from './breaches-of-dependencies.ts';
import { ofHandovers } from './breaches-of-handovers.ts';
import { ofLedgers } from './breaches-of-ledgers.ts';
import { ofMeetings } from './breaches-of-meetings.ts';
import { ofMtfps } from './breaches-of-mtfps.ts';
import { ofTotals } from './breaches-of-totals.ts';
import {
  agreedChange,
  caseWithOutcome,
  goLiveMade,
  model,
  option,
  ownRating,
  put,
  rating,
  risk,
  stated,
} from './put-entry.ts';

const { actual: _done, ...plannedGoLive } = goLive;
const office = { ...team, actor: { ...team.actor, roles: ['programme-office' as const] } };
const disposal = {
  askedAs: 'programme-office',
  whole: 'programme',
  ground: 'retention-ended',
  retainedUntil: '2014-04-01',
  reason: 'Six years after it was closed',
};
const listsNoTrust = { deliveryModels: ['do-nothing', 'outsource'] };

const fourByFour = {
  likelihoodWords: ['Rare', 'Unlikely', 'Likely', 'Almost certain'],
  impactWords: ['Minor', 'Moderate', 'Serious', 'Severe'],
  lowUpTo: 3,
  mediumUpTo: 8,
  nextReviewMonths: { low: 3, medium: 2, high: 1 },
};

const splitBy = (states: object, plan: unknown = 100_000) => {
  return { ...line, years: [{ year: '2013/14', plan, states }] };
};

const conditions = [{ id: 'lease', text: 'Agree it', owner: 'Head of Property', dueOn: '2014-03-09' }];
const judge = (over: object) =>
  recordOutcome({
    review,
    version: 1,
    state: recordRef('business-case', 'one', full, { outcomes: [] }).state,
    request: RecordOutcome.parse({ outcome: 'approved', body: 'Cabinet', on: '2014-03-10', ...over }),
    command: ownSro,
  });

const breaches: readonly Breach[] = [
  [
    'DLM-01',
    'a preferred delivery model that the programme does not list',
    put('delivery-model', model, { settings: listsNoTrust }),
    '/model must be a delivery model that the programme lists: do-nothing and outsource',
  ],
  [
    'DLM-02',
    'an option whose delivery model the programme does not list',
    put('option', option, { settings: listsNoTrust }),
    '/deliveryModel must be a delivery model that the programme lists: do-nothing and outsource',
  ],
  [
    'BUS-01',
    'another type of a case that has an outcome',
    put('business-case', { ...full, type: 'outline' }, { before: caseWithOutcome }),
    '/type must stay "full", for the case has an outcome',
  ],
  [
    'BUS-01',
    'another version of a case that has an outcome',
    put('business-case', { ...full, caseVersion: '2' }, { before: caseWithOutcome }),
    '/caseVersion must stay "1", for the case has an outcome',
  ],
  [
    'BUS-02',
    'an outcome before its case',
    judge({ on: '2014-03-02' }),
    '/on must not be before 3 March 2014, the date of the case',
  ],
  [
    'BUS-03',
    'a condition due before it is made',
    judge({ outcome: 'approved-with-conditions', conditions }),
    '/conditions/0/dueOn must not be before 10 March 2014, the date of the outcome',
  ],
  [
    'BUS-04',
    'an earlier condition that is none',
    judge({ earlierConditions: [{ condition: 'lease', status: 'met', note: 'Signed' }] }),
    '/earlierConditions/0/condition must be the id of an open condition of the latest outcome',
  ],
  [
    'BUS-05',
    "a condition's progress before its outcome",
    updateCondition({
      review,
      version: 1,
      state: resultOf(
        judge({ outcome: 'approved-with-conditions', conditions: [{ ...conditions[0], dueOn: '2014-06-01' }] }),
      ),
      request: UpdateCondition.parse({ condition: 'lease', status: 'met', on: '2014-03-09' }),
      command: ownSro,
    }),
    '/on must not be before 10 March 2014, the date of the outcome',
  ],
  [
    'MIL-03',
    'a missed milestone with an actual date',
    put('milestone', { ...goLive, missed: true }),
    '/missed must not be true of a milestone with an actual date: it was reached',
  ],
  [
    'MIL-04',
    'a missed milestone that is forecast for a day to come',
    put('milestone', { ...plannedGoLive, missed: true, forecast: '2024-03-31', delayReason: 'Late' }),
    '/missed must not be true of a milestone that is forecast for 31 March 2024: it can still be reached. Leave missed out and give the reason for the delay, or leave the forecast out',
  ],
  [
    'SAV-01',
    'states beyond the plan',
    put('saving', splitBy({ delivered: 60_000, atRisk: 50_000 })),
    '/years/0/states must not add up to £110,000: the plan of 2013/14 is £100,000',
  ],
  [
    'SAV-02',
    'states of a plan without a figure',
    put('saving', splitBy({ delivered: 1 }, { kind: 'not-stated' })),
    '/years/0/states must not split the plan of 2013/14, which has no figure',
  ],
  [
    'SAV-23',
    'a savings line for an objective that the programme does not have',
    put('saving', { ...line, objective: 'nothing' }),
    '/objective must be an objective of the programme, which lists none: the programme office adds it to the settings first',
  ],
  [
    'SAV-23',
    'a savings line of a directorate that the programme does not have',
    put('saving', { ...line, directorate: 'nowhere' }),
    '/directorate must be a directorate of the programme: growth',
  ],
  [
    'SAV-20',
    'a line that is a substitute for itself',
    put('saving', { ...line, substituteFor: 'one' }),
    '/substituteFor must name another savings line',
  ],
  [
    'RISK-04',
    'a risk of the programme that threatens a saving of a review',
    put('risk', { ...risk, threatensSaving: 'buildings' }, { review: null }),
    '/threatensSaving must not be given for a risk of the programme itself',
  ],
  [
    'RISK-05',
    'a score outside the matrix of the programme',
    put('risk', { ...risk, inherent: { likelihood: 4, impact: 5 } }, { settings: { riskMatrix: fourByFour } }),
    "/inherent/impact must be from 1 to 4, as the programme's matrix has it",
  ],
  [
    'MIL-01',
    'a forecast later than the baseline without a reason',
    put('milestone', { ...plannedGoLive, forecast: '2014-04-01' }),
    '/delayReason must say why the forecast date is later than the baseline, 31 March 2014',
  ],
  [
    'MIL-01',
    'an actual later than the baseline without a reason',
    put('milestone', { ...goLive, actual: '2014-04-01' }),
    '/delayReason must say why the actual date is later than the baseline, 31 March 2014',
  ],
  [
    'MIL-02',
    'a baseline that moves without a change request',
    put('milestone', { ...goLive, baseline: '2014-04-30' }, { before: goLiveMade }),
    '/changeRequest must name the agreed change request by which the baseline moves from 31 March 2014 to 30 April 2014',
  ],
  [
    'MIL-05',
    'an agreement in words that was not recorded before',
    put('milestone', { ...goLive, agreedChange }, { before: goLiveMade }),
    '/agreedChange must be left out, or stay as it was recorded: a baseline moves by the change request that changeRequest names',
  ],
  [
    'RAT-01',
    'a mixed rating on the three-point scheme',
    put('rating', { ...rating, overall: { rating: 'amber-red', words: 'Late' } }, ownRating),
    '/overall/rating must be green, amber or red: Amber/Red belongs to the five-point scheme',
  ],
  [
    'RAT-02',
    'a rating moved to another date',
    put('rating', { ...rating, on: '2014-04-13' }, ownRating),
    '/on must stay 14 April 2014',
  ],
  [
    'RET-01',
    'a return of a month to come',
    put('return', { nothingChanged: true }, { id: '2014-05' }),
    '/entryId must not be a month to come: May 2014 has not begun',
  ],
  ...['savings-required', 'savings-identified', 'savings-unidentified'].map(
    (measure) =>
      [
        'STP-01',
        `${measure} of no year`,
        put('stated-position', { ...stated, measure, year: undefined }, { review: null }),
        '/year must say the financial year that the savings are stated for',
      ] as const,
  ),
  [
    'STP-02',
    'a stated figure that follows from itself',
    put('stated-position', { ...stated, follows: { from: 'one', by: 'average-a-year' } }, { review: null }),
    '/follows/from must name another stated position',
  ],
  ...ofTotals,
  [
    'RED-01',
    'a redaction that is asked for in a role that whoever asks does not have',
    put('redaction', Object(redaction.example), { review: null }),
    '/askedAs must be a role of your own: somebody of the other role agrees',
  ],
  [
    'RED-02',
    'all of a programme that was never closed',
    put('redaction', disposal, { review: null, command: office }),
    '/whole must be of a programme that was closed: the programme office records its close-down first',
  ],
  ...ofControl,
  ...ofDecisions,
  ...ofCheckpoints,
  ...ofContracts,
  ...ofCosts,
  ...ofMeetings,
  ...ofLedgers,
  ...ofMtfps,
  ...ofDependencies,
  ...ofHandovers,
  ...ofChangeRequests,
];

describe('A rule of content', () => {
  it.each(breaches)('%s: refuses %s', (id, _what, decided, faultLine) => {
    expect(refusalOf(decided).code).toBe('content.breaks-rule');
    expect(faultLines(decided)).toEqual([`${faultLine} (${id})`]);
  });

  it.each(breaches)('%s: says of %s what is taken', (_id, _what, decided) => {
    for (const { message } of refusalOf(decided).faults ?? []) expect(message).toMatch(/^must \S/);
  });

  it('has a case above, every one of them', () => {
    expect([...new Set(breaches.map(([id]) => id))].toSorted()).toEqual(
      registerRuleSentences.map((rule) => rule.id).toSorted(),
    );
  });

  it('RET-01: a return of the month under way is taken, whatever the hour in London', () => {
    const lastHour = { ...team, effectiveAt: '2014-04-30T23:30:00.000Z' };
    expect(put('return', { nothingChanged: true }, { id: '2014-05', command: lastHour }).kind).toBe('done');
  });

  it('REC-02: a recommendation that was rejected is closed without evidence', () =>
    expect(put('recommendation', { ...closedRecommendation, response: 'rejected', responseWords: 'No' }).kind).toBe(
      'done',
    ));

  it('STP-01: an expected range needs no year', () => {
    const expected = { ...stated, measure: 'savings-expected', year: undefined, periodYears: 10 };
    expect(put('stated-position', expected, { review: null }).kind).toBe('done');
  });
});
