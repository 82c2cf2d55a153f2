import type { Report } from '#schemas/report.ts';
import { care, legal, library, property, publication, shareOf, total, wholeReport } from './report-samples.ts';
import { richPlans, richRisks } from './rich-report-risks.ts';
import { richSavings } from './rich-report-savings.ts';

/*
 * A rich report of an invented programme; the almost empty one is that of made-up records. Amounts are chosen so that
 * totals can be checked by hand.
 */

export { emptyReport, listOf, richLines, total, wholeReport } from './report-samples.ts';

const counted = (key: string, name: string, numerator: number, denominator: number) => ({
  key,
  name,
  share: shareOf(numerator, denominator),
});

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
    savings: richSavings,
    risks: richRisks,
    ...richPlans,
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
