import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { InYearWalk } from '#registers/in-year-walk/record.ts';
import type { ChangeStep } from '../step.ts';
import { finance, team } from './personas.ts';
import { plantedSavings } from './planted-savings.ts';
import { command, programmeId } from './settings.ts';

/*
 * What the reports of the year are to find, a kind of finding after the other: each is made and, where that is part of the story,
 * mended again. That they are found, in which months, and nothing else, is held by test/proofs/scripted-year.test.ts.
 */

const by = (on: LocalDate) => ({ on, as: team });
/** Milestones: one past its day, one missed and yet forecast. */
const milestones: readonly ChangeStep[] = [
  ...(
    [
      ['2025-04-10', {}],
      ['2025-10-05', { actual: '2025-10-03', delayReason: 'The lamps came late' }],
    ] as const
  ).map(([on, over]) =>
    command.entry(by(on), 'milestone', 'street-lighting', 'half', {
      title: 'Half of the lamps changed',
      type: 'delivery',
      owner: 'Head of Highways',
      baseline: '2025-08-15',
      ...over,
    }),
  ),
  ...(
    [
      ['2025-05-12', {}],
      ['2025-12-02', { forecast: '2026-06-30', delayReason: 'The buyer asks for repairs first', missed: false }],
      ['2026-01-08', { delayReason: 'The buyer asks for repairs first', missed: true }],
    ] as const
  ).map(([on, over]) =>
    command.entry(by(on), 'milestone', 'offices', 'north', {
      title: 'The north office is left',
      type: 'delivery',
      owner: 'Head of Property',
      baseline: '2026-03-31',
      ...over,
    }),
  ),
];

const pupils = {
  title: 'More pupils than forecast',
  cause: 'A new estate fills early',
  event: 'Classes are full',
  consequence: 'Transport costs more',
  category: 'Delivery',
  owner: 'Head of Admissions',
  inherent: { likelihood: 4, impact: 4 },
  current: { likelihood: 3, impact: 3 },
  target: { likelihood: 2, impact: 2 },
  treatment: 'tolerate' as const,
  controls: [{ what: 'Forecast twice a year' }],
};
const full = {
  title: 'Two schools are full',
  severity: 'high' as const,
  owner: 'Head of Admissions',
  raisedOn: '2025-05-19',
  risk: 'pupils',
};

const risksAndIssues: readonly ChangeStep[] = [
  // A risk that is closed while its issue is open.
  command.entry(by('2025-04-14'), 'risk', 'school-places', 'pupils', { ...pupils, lastReviewedOn: '2025-04-14' }),
  command.entry(by('2025-05-19'), 'issue', 'school-places', 'full', full),
  command.entry(by('2025-09-04'), 'risk', 'school-places', 'pupils', {
    ...pupils,
    lastReviewedOn: '2025-09-04',
    status: 'closed',
  }),
  command.entry(by('2025-11-10'), 'issue', 'school-places', 'full', {
    ...full,
    status: 'closed',
    closedOn: '2025-11-10',
  }),
  // A target above the current score.
  command.ofProgramme(by('2025-10-20'), 'risk', 'staff', {
    title: 'Key staff leave',
    cause: 'Pay is better elsewhere',
    event: 'Two managers leave',
    consequence: 'Projects wait',
    category: 'People',
    owner: 'Head of the portfolio office',
    inherent: { likelihood: 3, impact: 3 },
    current: { likelihood: 2, impact: 2 },
    target: { likelihood: 3, impact: 2 },
    treatment: 'treat',
    controls: [{ what: 'Two people know each project' }],
    actions: [{ id: 'cover', what: 'Name a deputy for each manager', owner: 'Portfolio office', dueOn: '2026-12-31' }],
    lastReviewedOn: '2025-10-20',
  }),
  // An issue of nobody.
  command.entry(by('2025-08-11'), 'issue', 'archives', 'boxes', {
    title: 'Boxes stand in the corridor',
    severity: 'low',
    raisedOn: '2025-08-11',
  }),
];

const decisions: readonly ChangeStep[] = [
  // Due without 28 clear days of notice.
  ...(
    [
      ['2025-05-30', '2025-06-17'],
      ['2025-06-10', '2026-09-15'],
    ] as const
  ).map(([on, date]) =>
    command.entry(by(on), 'decision', 'care-homes', 'closure', {
      title: 'Close two homes',
      body: 'Cabinet',
      kind: 'key-decision',
      dueOn: { kind: 'date', date },
      noticeOn: '2025-05-30',
    }),
  ),
  // Over the threshold, and not treated as key.
  command.entry(by('2025-07-02'), 'decision', 'energy', 'solar', {
    title: 'Solar roofs',
    body: 'Director of Place and Resources',
    kind: 'officer-decision',
    status: 'taken',
    takenOn: '2025-07-02',
    value: { kind: 'amount', pounds: 2_400_000 },
    divisions: 'one-or-none',
  }),
  // Taken before the body that comes first.
  command.entry(by('2025-11-04'), 'decision', 'early-help', 'hubs', {
    title: 'Six early help hubs',
    body: 'Cabinet Member for Children',
    kind: 'officer-decision',
    status: 'taken',
    takenOn: '2025-11-04',
    route: [
      { body: 'Scrutiny Committee', purpose: 'pre-scrutiny', planned: { kind: 'date', date: '2025-11-20' } },
      { body: 'Cabinet Member for Children', purpose: 'decision', actual: '2025-11-04' },
    ],
  }),
];

const calls = [
  ['2025-04-14', '2025-03', 76, 760],
  ['2025-06-09', '2025-05', 81, 780],
  ['2025-08-11', '2025-07', 82, 820],
] as const;

const walkRecord = (left: number): z.input<typeof InYearWalk> => ({
  title: 'Forecast of the first quarter',
  year: '2025/26',
  asAt: { kind: 'month', month: '2025-06' },
  beforeAction: 12_400_000,
  actions: [
    { id: 'agency', what: 'Fewer agency staff', owner: 'Director of People', pounds: 3_000_000, status: 'under-way' },
    { id: 'energy', what: 'Energy is bought ahead', owner: 'Head of Property', pounds: 1_400_000, status: 'done' },
  ],
  left,
});
const walk = (left: number) =>
  command.ofProgramme({ on: '2025-08-12', as: finance }, 'in-year-walk', 'first-quarter', walkRecord(left));
/** What was printed is put right in October, with effect from the day after it was recorded. */
const walkCorrected: ChangeStep = {
  ...command.change(
    { on: '2025-10-22', as: finance },
    'correctProgrammeInYearWalk',
    { entryId: 'first-quarter' },
    { effectiveAt: '2025-08-13', record: walkRecord(8_000_000), reason: 'The paper was printed again' },
  ),
  reads: {
    operation: 'getProgrammeHistory',
    params: { programmeId },
    query: 'kind=in-year-walk&id=first-quarter',
    at: ['items', '0', 'sequence'],
    member: 'corrects',
  },
};

const measured: readonly ChangeStep[] = [
  // Readings of which the second is not what its parts give.
  ...calls.map(([on], n) =>
    command.ofProgramme(by(on), 'performance-indicator', 'calls', {
      title: 'Calls answered within a minute',
      unit: 'percent',
      better: 'higher',
      period: 'month',
      target: 80,
      floor: 70,
      targets: [
        { year: '2025/26', target: 80, floor: 70 },
        { year: '2026/27', target: 85, floor: 75 },
        { year: '2027/28', target: 88, floor: 80 },
      ],
      owner: 'Head of Customers',
      readings: calls.slice(0, n + 1).map(([dataOn, month, value, numerator]) => ({
        month,
        value,
        parts: { numerator, denominator: 1000 },
        dataOn,
      })),
    }),
  ),
  // A movement that is printed otherwise, and a total that its lines do not come to.
  command.ofProgramme({ on: '2025-07-22', as: finance }, 'budget-line', 'place-25', {
    title: 'Place',
    year: '2025/26',
    directorate: 'place',
    budget: 120_000_000,
    variance: 900_000,
    lastReported: 400_000,
    movement: 450_000,
    // Shares that make 95.
    drivers: [
      { driver: 'price', percent: '55' },
      { driver: 'volume', percent: '30' },
      { driver: 'mix', percent: '10' },
    ],
  }),
  // A walk that prints another figure as left, until it is put right.
  walk(7_900_000),
  command.ofProgramme({ on: '2025-07-23', as: finance }, 'budget-line', 'all-25', {
    title: 'All services',
    kind: 'total',
    year: '2025/26',
    budget: 361_000_000,
    of: ['people-25', 'place-25'],
  }),
  // A cost above what was approved, paid from less than it is, and stated otherwise elsewhere.
  command.entry(by('2025-05-14'), 'cost-or-benefit', 'erp', 'licences', {
    title: 'Licences',
    type: 'cost',
    kind: 'one-off',
    year: '2025/26',
    approved: { kind: 'amount', pounds: 1_000_000, source: 'Full business case' },
    forecast: {
      kind: 'amount',
      pounds: 1_300_000,
      conflicts: [{ value: { kind: 'amount', pounds: 1_600_000 }, source: 'Audit report' }],
    },
    funding: [{ source: 'transformation-fund', figure: { kind: 'amount', pounds: 600_000 } }],
  }),
];

const dependencies: readonly ChangeStep[] = [
  ...(
    [
      ['2025-05-07', {}],
      ['2025-12-15', { status: 'met', closedOn: '2025-12-12' }],
    ] as const
  ).map(([on, over]) =>
    command.entry(by(on), 'dependency', 'recycling-centres', 'permit', {
      title: 'Permit of the agency',
      on: 'outside-body',
      owner: 'Head of Waste',
      neededBy: { kind: 'months', from: '2025-08', to: '2025-09' },
      ...over,
    }),
  ),
  command.entry(by('2025-06-11'), 'dependency', 'digital', 'print', {
    title: 'Forms without paper',
    on: 'review',
    review: 'print',
    owner: 'Head of Digital',
    neededBy: { kind: 'month', month: '2026-12' },
  }),
  command.entry(by('2025-06-16'), 'dependency', 'customer', 'website', { title: 'The new website', on: 'document' }),
  command.ofProgramme(by('2025-05-06'), 'recommendation', 'audit-1', {
    title: 'Name an owner of each benefit',
    origin: 'audit',
    response: 'accepted',
    madeOn: { kind: 'month', month: '2025-04' },
  }),
  // What a completed project hands over, and is not reported on in time.
  command.entry(by('2025-09-22'), 'handover', 'parking', 'permits', {
    title: 'Permits at two stations',
    unrealised: ['permits'],
    to: 'Parking manager',
    on: '2025-09-22',
    everyMonths: 3,
  }),
];

export const plantedSteps: readonly ChangeStep[] = [
  walkCorrected,
  ...milestones,
  ...risksAndIssues,
  ...decisions,
  ...plantedSavings,
  ...measured,
  ...dependencies,
];
