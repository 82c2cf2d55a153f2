import type { Figure, Total } from '#schemas/figures.ts';
import type { Report } from '#schemas/report.ts';
import { care, legal, library, property, publication, shareOf, total, wholeReport } from './report-samples.ts';

/*
 * A rich report of an invented programme; the almost empty one is that of made-up records. Amounts are chosen so that
 * totals can be checked by hand.
 */

export { emptyReport, listOf, richLines, total, wholeReport } from './report-samples.ts';

const amount = (pounds: number, more: Omit<Partial<Figure>, 'kind'> = {}): Figure =>
  ({ kind: 'amount', pounds, source: 'Medium-Term Financial Plan 2014-17', asAt: '2014-02-13', ...more }) as Figure;

const nothing = total(0, 0);

const counted = (key: string, name: string, numerator: number, denominator: number) => ({
  key,
  name,
  share: shareOf(numerator, denominator),
});

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

const year = (name: string, required: Figure | null, unidentified: Figure | null, identified: Total) => ({
  year: name,
  lines: identified.count === 0 ? 0 : 3,
  plan: identified,
  forecast: identified.count === 0 ? nothing : total(1_900_000, 3),
  outturn: identified.count === 0 ? nothing : total(400_000, 1, 2),
  claimedPounds: identified.count === 0 ? 0 : 450_000,
  validatedPounds: identified.count === 0 ? 0 : 400_000,
  states: {
    delivered: identified.count === 0 ? 0 : 400_000,
    onTrack: identified.count === 0 ? 0 : 900_000,
    atRisk: identified.count === 0 ? 0 : 500_000,
    unachievable: identified.count === 0 ? 0 : 200_000,
    notAssessed: identified.count === 0 ? nothing : total(100_000, 1),
  },
  byClass: identified.count === 0 ? [] : [{ class: 'cash-releasing', plan: identified }],
  byMechanism:
    identified.count === 0
      ? []
      : [
          { mechanism: 'transformation', plan: total(1_500_000, 2) },
          { mechanism: 'efficiency', plan: total(600_000, 1, 1) },
        ],
  included: identified,
  excluded: nothing,
  alreadyInMtfp: identified.count === 0 ? nothing : total(300_000, 1),
  netNew: identified.count === 0 ? nothing : total(1_800_000, 2, 1),
  identified,
  fullYearEffect: nothing,
  runRate: identified,
  oneOffFallOut: nothing,
  required,
  statedIdentified: null,
  statedUnidentified: unidentified,
  derivedIdentifiedPounds:
    required?.kind === 'amount' && unidentified?.kind === 'amount' ? required.pounds - unidentified.pounds : null,
  gap:
    identified.count === 0 || required?.kind !== 'amount'
      ? null
      : {
          ...identified,
          low: identified.high === null ? null : required.pounds - identified.high,
          high: required.pounds - identified.low,
        },
  transformationShare: identified.count === 0 ? shareOf(0, 0) : shareOf(1_500_000, 2_100_000),
});

const heatMap = [
  [0, 0, 0, 1, 1],
  [0, 0, 1, 2, 0],
  [0, 1, 3, 0, 0],
  [0, 1, 0, 0, 0],
  [1, 0, 0, 0, 0],
];

const finding = (
  rule: string,
  kind: 'contradiction' | 'data-gap',
  sentence: string,
  title: string,
  because: string,
) => ({
  rule,
  kind,
  sentence,
  subject: { review: title === 'Property' ? 'property' : 'libraries', title, register: 'review', id: 'property' },
  because,
  evidence: [
    { what: 'SRO rating', value: 'Green' },
    { what: 'Unachievable in 2015/16', value: '£200,000' },
  ],
});

/** Ten reviews of which two show an SRO gap, a conflict between two papers, eleven open risks, findings of both kinds. */
export const richReport: Report = wholeReport({
  content: {
    programme: {
      id: 'facing-outwards',
      name: 'Facing Outwards',
      phase: 'Phase 1',
      council: 'Marlshire County Council',
      fictional: true,
      services: ['Property', 'Libraries', 'Legal Services', 'Residential Care Homes'],
      source: 'Invented for the tracker’s own tests',
    },
    month: '2014-04',
    observationEnd: '2014-04-30T22:59:59.999Z',
    revision: 2,
    revisionReason: 'the return of Legal Services was entered for the wrong month',
    early: { reason: 'the board meets on 2 May' },
    ruleSet: '2026-11',
    previous: { month: '2014-03', revision: 1, contentDigest: 'd'.repeat(64) },
    recordedInMonth: 47,
    headline: [
      '10 reviews are under way; 9 have a preferred option and 1 waits for the Accommodation Strategy.',
      'Of £88 million required in 2015/16, £43 million is yet to be identified; another paper says £45 million.',
      'Delivery confidence is worst for Libraries & Archives, rated Red by its SRO.',
    ],
    counts: {
      counted: 10,
      notCounted: [
        { lifecycle: 'potential', count: 2 },
        { lifecycle: 'completed', count: 1 },
      ],
      services: 12,
      stage: [
        counted('service-baseline', 'Service baseline (1)', 1, 10),
        counted('options-appraisal', 'Options appraisal (2)', 7, 10),
        counted('full-business-case', 'Full business case (3)', 2, 10),
      ],
      lifecycle: [counted('active', 'Active', 9, 10), counted('paused', 'Paused', 1, 10)],
      portfolio: [
        counted('place', 'Place', 6, 10),
        counted('people', 'People', 3, 10),
        counted('none', 'Not stated', 1, 10),
      ],
      directorate: [],
      tier: [counted('1', 'Tier 1', 3, 10), counted('to-be-confirmed', 'To be confirmed', 7, 10)],
      theme: [counted('none', 'Not stated', 10, 10)],
    },
    flow: {
      opening: 8,
      openingFrom: 'last-report',
      restated: [{ ...legal, change: 1, because: 'approved on 28 March, told on 9 April' }],
      restatedBy: 1,
      entered: [
        { ...care, how: 'approved', on: '2014-04-03' },
        { ...library, how: 'split-in', on: '2014-04-10' },
      ],
      left: [{ review: 'archive-store', title: 'Archive Store', how: 'merged', on: '2014-04-10' }],
      closing: 10,
      reconciles: true,
      sentence:
        '8 reviews at the start, 1 restated, 2 entered and 1 left: 10 at the end of April 2014, which reconciles.',
    },
    moves: [
      {
        ...property,
        on: '2014-04-24',
        from: 'Options appraisal (2)',
        to: 'Full business case (3)',
        direction: 'forward',
        reason: null,
        waived: [{ criterion: 'GATE-05', reason: 'The market was tested for the whole programme.' }],
      },
      {
        ...library,
        on: '2014-04-28',
        from: 'Full business case (3)',
        to: 'Options appraisal (2)',
        direction: 'back',
        reason: 'The preferred option did not stand up to testing.',
        waived: [],
      },
    ],
    waiversInForce: [
      {
        ...legal,
        criterion: 'GATE-03',
        stage: 'Service baseline (1)',
        reason: 'One SRO leaves on 9 May.',
        on: '2014-04-15',
      },
    ],
    waits: [
      {
        ...care,
        id: 'strategy',
        on: 'document',
        what: 'Accommodation Strategy and its implementation plans',
        neededBy: null,
        holdsStage: 'Options appraisal (2)',
      },
      {
        ...legal,
        id: 'regulator',
        on: 'outside-body',
        what: 'A licence from the regulator',
        neededBy: { kind: 'month', month: '2014-09' },
        holdsStage: null,
      },
    ],
    engagement: {
      engagements: 3,
      responses: 174,
      organisations: 109,
      invitedIn: 10,
      statedOnly: { responses: 174, organisations: 109, invitedIn: 10, sources: ['Outturn report, paragraph 2.4'] },
      programmeWide: 1,
      reviewsEngaged: shareOf(2, 10),
      decidedNotTo: 1,
      notes: [
        '174 responses, 109 organisations and 10 invited in are stated without naming the organisations. What is stated for the whole programme has no breakdown by review.',
      ],
    },
    options: {
      total: 50,
      preferred: 11,
      shortListed: 0,
      longListed: 0,
      notRecommended: 39,
      notRecommendedAtThisStage: 10,
      reviewsWithPreferred: shareOf(9, 10),
      withoutPreferred: [{ ...care, waitsFor: ['Accommodation Strategy'] }],
      severalPreferred: [{ ...library, labels: ['Charitable trust', 'Joint venture'] }],
      alternativesRecorded: shareOf(8, 9),
      notFirst: [{ ...property, option: 'Trading company', rank: 2, reason: 'The first was over the threshold.' }],
    },
    deliveryModels: {
      preferred: [
        { model: 'local-authority-trading-company', name: 'Local authority trading company', count: 2 },
        { model: 'joint-venture', name: 'Joint venture', count: 5 },
        { model: 'trust', name: 'Trust', count: 4 },
      ],
      adopted: [{ model: 'trust', name: 'Trust', count: 1 }],
    },
    businessCases: {
      outcomes: [
        {
          ...property,
          businessCase: 'Property outline business case',
          type: 'outline',
          outcome: 'approved-with-conditions',
          on: '2014-04-22',
          body: 'Transformation Board',
          reference: 'TB/14/07',
          reason: null,
        },
        {
          ...library,
          businessCase: 'Libraries full business case',
          type: 'full',
          outcome: 'returned',
          on: '2014-04-28',
          body: 'Cabinet Committee',
          reference: null,
          reason: 'Costs of the building leases are missing.',
        },
      ],
      conditions: {
        open: 3,
        overdue: [
          {
            ...property,
            condition: 'Settle the size of the client function',
            owner: 'Head of Property',
            dueOn: '2014-04-15',
          },
        ],
      },
    },
    savings: {
      years: [
        year('2014/15', amount(91_000_000), null, nothing),
        year(
          '2015/16',
          amount(88_000_000),
          amount(43_000_000, {
            conflicts: [
              {
                value: { kind: 'amount', pounds: 45_000_000 },
                source: 'Budget paper of the same meeting',
                asAt: '2014-05-15',
              },
            ],
          }),
          total(2_100_000, 3, 1),
        ),
        year('2016/17', amount(62_000_000), amount(45_000_000), total(3_000_000, 2, 1, 4_500_000)),
      ],
      stated: [
        {
          id: 'expected-over-ten-years',
          title: 'Expected revenue savings of Phase 1',
          measure: 'savings-expected',
          year: null,
          periodYears: 10,
          figure: { kind: 'range', low: 150_000_000, high: 250_000_000, source: 'Outturn report, paragraph 5.2' },
          follows: null,
          words: 'Indicative.',
        },
        {
          id: 'expected-a-year',
          title: 'Expected average a year',
          measure: 'savings-expected-a-year',
          year: null,
          periodYears: null,
          figure: { kind: 'range', low: 20_000_000, high: 30_000_000, source: 'Outturn report, paragraph 5.2' },
          follows: {
            from: 'expected-over-ten-years',
            low: 15_000_000,
            high: 25_000_000,
            agrees: false,
            sentence:
              '£150 million to £250 million over 10 years is £15 million to £25 million a year, not £20 million to £30 million.',
          },
          words: null,
        },
        {
          id: 'required-2017',
          title: 'Savings required in 2017/18',
          measure: 'savings-required',
          year: '2017/18',
          periodYears: null,
          figure: { kind: 'to-be-confirmed', reason: 'of similar magnitude to 2016/17' },
          follows: null,
          words: null,
        },
      ],
      coverage: {
        reviews: shareOf(2, 10),
        lines: 5,
        notStated: [library, care],
        sentence: 'Savings are stated for 2 of 10 reviews; 8 state none.',
      },
      moved: [
        {
          ...property,
          saving: 'Rent',
          milestone: 'Company trades',
          from: '2015-04-01',
          to: '2015-09-01',
          year: '2015/16',
          pounds: 250_000,
        },
      ],
    },
    risks: {
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
    },
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
    issues: { open: 4, high: 1 },
    ratings: {
      scheme: 'five-point',
      sro: [
        { rating: 'green', share: shareOf(4, 10) },
        { rating: 'amber-green', share: shareOf(1, 10) },
        { rating: 'amber', share: shareOf(2, 10) },
        { rating: 'amber-red', share: shareOf(1, 10) },
        { rating: 'red', share: shareOf(1, 10) },
        { rating: 'not-rated', share: shareOf(1, 10) },
      ],
      assurance: [
        { rating: 'amber', share: shareOf(1, 10) },
        { rating: 'not-rated', share: shareOf(9, 10) },
      ],
      worst: { rating: 'red', because: [library] },
      valueWeighted: [
        { rating: 'green', planned: total(1_500_000, 2), share: shareOf(1_500_000, 2_000_000) },
        { rating: 'red', planned: total(500_000, 1, 1), share: shareOf(500_000, 2_000_000) },
      ],
      weighedBy: 'Weighed by what 2 of 10 reviews plan for 2014/15; of 4 figures, 1 not stated.',
      differ: [{ ...property, sro: 'green', assurance: 'amber' }],
    },
    returns: {
      dueBy: '2014-05-05',
      expected: 10,
      received: shareOf(7, 10),
      nothingChanged: 2,
      late: [{ ...property, confirmedOn: '2014-05-06' }],
      unconfirmed: [legal],
      missing: [
        { ...care, lastConfirmed: null },
        { ...library, lastConfirmed: '2014-02' },
      ],
    },
    changes: [
      { sentence: '2 more reviews are counted than at the end of March 2014.', before: 8, after: 10 },
      { sentence: 'Libraries & Archives went back to options appraisal.', before: null, after: null },
    ],
    findings: [
      finding(
        'SAV-03',
        'contradiction',
        'A review rated Green overall has savings that are unachievable.',
        'Property',
        'Its SRO rates it Green, and £200,000 of its plan for 2015/16 is unachievable.',
      ),
      finding('SRO-01', 'data-gap', 'A review has no SRO.', 'Libraries & Archives', 'No SRO is named.'),
      finding('SRO-02', 'data-gap', 'A review has more than one SRO.', 'Property', 'Two SROs are named.'),
      finding('END-01', 'data-gap', 'A review has no end date.', 'Libraries & Archives', 'Its end date is not stated.'),
      finding('END-01', 'data-gap', 'A review has no end date.', 'Property', 'Its end date is not stated.'),
    ],
    nextSteps: [
      { who: 'SRO of Legal Services', what: 'Confirm the return for April 2014', subject: legal },
      { who: 'Programme office', what: 'Name an SRO', subject: library },
    ],
    lines: 4,
  },
  publication,
});

/** The same value with every text in it made hostile, but for what the contract holds to a pattern. */
export const hostile = <T>(value: T, text: string): T => {
  if (typeof value === 'string')
    return (/^[a-z0-9-]*$|^\d{4}(?:-\d{2}){1,2}(?:T.*Z)?$|^\d{4}\/\d{2}$/.test(value) ? value : text) as T;
  if (Array.isArray(value)) return value.map((one) => hostile(one, text)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, text)])) as T;
  return value;
};
