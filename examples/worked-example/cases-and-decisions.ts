import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { BusinessCase, RecordOutcome } from '#schemas/business-case.ts';
import type { Decision } from '#schemas/decision.ts';
import type { DeliveryModel } from '#schemas/delivery-model.ts';
import { asItChanges } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { type SroName, sros, team } from './personas.ts';
import { command } from './settings.ts';

type Outcome = z.input<typeof RecordOutcome>;

const board = 'Transformation Board';

const complete = {
  strategic: 'complete',
  economic: 'complete',
  commercial: 'complete',
  financial: 'complete',
  management: 'complete',
} as const;
const beginnings = { ...complete, commercial: 'partial', management: 'partial' } as const;

/** A business case put to the board, and what its SRO recorded of the outcome. */
const businessCase = (
  sro: SroName,
  review: string,
  id: string,
  given: z.input<typeof BusinessCase>,
  outcomes: readonly (Omit<Outcome, 'body' | 'on'> & { readonly on: LocalDate })[],
): ChangeStep[] => [
  command.entry({ on: given.on, as: team }, 'business-case', review, id, given),
  ...outcomes.map((outcome) =>
    command.outcome({ on: outcome.on, as: sros[sro] }, review, id, { body: board, ...outcome }),
  ),
];

const outline = (title: string, on: LocalDate, costs: number, benefits: number): z.input<typeof BusinessCase> => ({
  title,
  type: 'outline',
  caseVersion: '1.0',
  on,
  costs: { kind: 'about', pounds: costs },
  benefits: { kind: 'range', low: Math.round(benefits * 0.85), high: Math.round(benefits * 1.15) },
  fiveCases: beginnings,
});
const full = (title: string, on: LocalDate, costs: number, benefits: number): z.input<typeof BusinessCase> => ({
  title,
  type: 'full',
  caseVersion: '1.0',
  on,
  costs: { kind: 'amount', pounds: costs },
  benefits: { kind: 'amount', pounds: benefits },
  fiveCases: complete,
});

export const caseSteps: readonly ChangeStep[] = [
  ...businessCase(
    'resources',
    'revenues-and-benefits',
    'outline',
    outline('Outline case for a shared service', '2025-04-16', 380_000, 4_100_000),
    [{ on: '2025-04-28', outcome: 'approved', reference: 'TB/25/015' }],
  ),
  ...businessCase(
    'resources',
    'revenues-and-benefits',
    'full',
    full('Full case for a shared service', '2025-05-15', 412_000, 3_900_000),
    [{ on: '2025-05-27', outcome: 'approved', reference: 'TB/25/023' }],
  ),
  ...businessCase(
    'place',
    'waste-and-recycling',
    'outline',
    outline('Outline case for one contract', '2025-04-22', 1_800_000, 25_000_000),
    [
      {
        on: '2025-05-08',
        outcome: 'deferred',
        reference: 'TB/25/017',
        reason: 'The figures of the ninth district were missing.',
      },
      { on: '2025-05-15', outcome: 'approved', reference: 'TB/25/020' },
    ],
  ),
  ...businessCase(
    'place',
    'waste-and-recycling',
    'full',
    full('Full case for one contract', '2025-07-10', 2_350_000, 19_800_000),
    [
      {
        on: '2025-07-24',
        outcome: 'returned',
        reference: 'TB/25/034',
        reason: 'No bidder would take collection and disposal together at the price: the preferred option fails.',
      },
    ],
  ),
  ...businessCase(
    'place',
    'waste-and-recycling',
    'outline-2',
    {
      ...outline('Outline case for a collection company', '2025-09-11', 2_600_000, 22_500_000),
      caseVersion: '2.0',
    },
    [
      {
        on: '2025-09-25',
        outcome: 'approved-with-conditions',
        reference: 'TB/25/046',
        conditions: [
          {
            id: 'depot-lease',
            text: 'Terms of the depot lease agreed with the landlord',
            owner: 'Depot manager',
            dueOn: '2025-10-24',
          },
          {
            id: 'pension',
            text: 'Cost of pensions set out by the actuary',
            owner: 'Pensions manager',
            dueOn: '2025-11-28',
          },
        ],
      },
    ],
  ),
  ...businessCase(
    'place',
    'highways-maintenance',
    'full',
    full('Full case for a joint venture', '2025-06-05', 1_720_000, 15_400_000),
    [
      {
        on: '2025-06-19',
        outcome: 'approved-with-conditions',
        reference: 'TB/25/029',
        conditions: [
          {
            id: 'audit-rights',
            text: "The council's right to audit the venture is in the agreement",
            owner: 'Head of highways',
            dueOn: '2025-08-29',
          },
          {
            id: 'depot-values',
            text: 'The depots are valued by somebody outside the council',
            owner: 'Estates surveyor',
            dueOn: '2025-09-26',
          },
        ],
      },
    ],
  ),
  command.condition({ on: '2025-08-26', as: team }, 'highways-maintenance', 'full', {
    condition: 'audit-rights',
    status: 'met',
    on: '2025-08-26',
    note: 'Clause 41 of the agreement',
  }),
  ...businessCase(
    'customer',
    'libraries-and-archives',
    'outline',
    outline('Outline case for a libraries trust', '2025-06-26', 700_000, 2_900_000),
    [
      {
        on: '2025-07-10',
        outcome: 'returned',
        reference: 'TB/25/032',
        reason: 'The rates relief was counted twice in the later years.',
      },
      { on: '2025-09-18', outcome: 'approved', reference: 'TB/25/043' },
    ],
  ),
  ...businessCase(
    'resources',
    'legal-services',
    'strategic',
    {
      title: 'Strategic case for selling legal work',
      type: 'strategic-outline',
      caseVersion: '1.0',
      on: '2025-06-17',
      costs: { kind: 'about', pounds: 600_000 },
      benefits: { kind: 'to-be-confirmed', reason: 'No district would say what it pays now' },
      fiveCases: { ...beginnings, financial: 'absent' },
    },
    [
      {
        on: '2025-07-03',
        outcome: 'rejected',
        reference: 'TB/25/030',
        reason: 'No benefit could be stated and no district would commit itself.',
      },
    ],
  ),
];

interface Adoption {
  readonly review: string;
  readonly model: z.input<typeof DeliveryModel>;
  readonly decision: Omit<z.input<typeof Decision>, 'status' | 'takenOn' | 'deliveryModel'>;
  readonly proposedOn: LocalDate;
  readonly takenOn?: LocalDate;
  readonly reference?: string;
}

/** A preferred delivery model, the decision that is to adopt it, and its adoption. */
const adoption = ({ review, model, decision, proposedOn, takenOn, reference }: Adoption): ChangeStep[] => {
  const proposed = { on: proposedOn, as: team };
  const due: z.input<typeof Decision> = { ...decision, status: 'due', deliveryModel: 'preferred' };
  const before = [
    command.entry(proposed, 'delivery-model', review, 'preferred', model),
    command.entry(proposed, 'decision', review, 'adoption', due),
  ];
  if (takenOn === undefined) return before;
  const taken = { on: takenOn, as: team };
  return [
    ...before,
    command.entry(taken, 'decision', review, 'adoption', {
      ...due,
      status: 'taken',
      takenOn,
      ...(reference === undefined ? {} : { reference }),
    }),
    command.entry(taken, 'delivery-model', review, 'preferred', { ...model, decision: 'adoption' }),
  ];
};

const adoptions: readonly Adoption[] = [
  {
    review: 'revenues-and-benefits',
    proposedOn: '2025-05-02',
    takenOn: '2025-06-10',
    reference: 'CAB/25/061',
    model: {
      model: 'shared-service',
      fromOptions: ['shared'],
      transitionSteps: [{ what: 'Shared service begins', on: { kind: 'date', date: '2025-08-01' } }],
      retainedClientFunction: 'A manager of the agreement in Corporate Resources.',
      memberControl: 'A joint committee of four members.',
      overheadsLeftBehind: 'About one post of accommodation and payroll, for two years.',
    },
    decision: {
      title: 'Shared revenues and benefits service',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'date', date: '2025-06-10' },
      noticeOn: '2025-05-02',
      preScrutiny: { body: 'Policy and Resources Cabinet Committee', on: { kind: 'date', date: '2025-05-29' } },
    },
  },
  {
    review: 'ict-and-digital',
    proposedOn: '2025-04-11',
    takenOn: '2025-05-20',
    reference: 'CAB/25/055',
    model: {
      model: 'in-house-improve',
      fromOptions: ['cloud-in-house'],
      transitionSteps: [
        { what: 'First twenty systems moved', on: { kind: 'date', date: '2025-09-30' } },
        { what: 'Data centre closed', on: { kind: 'date', date: '2026-05-29' } },
      ],
    },
    decision: {
      title: 'Closing the data centre',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'date', date: '2025-05-20' },
      noticeOn: '2025-04-11',
      preScrutiny: { body: 'Policy and Resources Cabinet Committee', on: { kind: 'date', date: '2025-05-08' } },
    },
  },
  {
    review: 'highways-maintenance',
    proposedOn: '2025-08-11',
    takenOn: '2025-09-16',
    reference: 'CAB/25/088',
    model: {
      model: 'joint-venture',
      fromOptions: ['joint-venture'],
      transitionSteps: [
        { what: 'Shadow board meets', on: { kind: 'month', month: '2025-12' } },
        { what: 'Joint venture begins work', on: { kind: 'date', date: '2026-04-01' } },
      ],
      retainedClientFunction: 'Twelve engineers who set the programme of works and check it.',
      memberControl: 'Two members on the board of the venture.',
    },
    decision: {
      title: 'Joint venture for highways works',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'date', date: '2025-09-16' },
      noticeOn: '2025-08-11',
      preScrutiny: { body: 'Policy and Resources Cabinet Committee', on: { kind: 'date', date: '2025-09-04' } },
    },
  },
  {
    review: 'waste-and-recycling',
    proposedOn: '2025-10-13',
    model: { model: 'local-authority-trading-company', fromOptions: ['company'] },
    decision: {
      title: 'A company for waste collection',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'month', month: '2026-02' },
    },
  },
];

const otherDecisions: readonly ChangeStep[] = [
  ...asItChanges<z.input<typeof Decision>>(
    '2025-04-07',
    {
      title: 'Charges for home care from July',
      body: 'Adult Social Care Cabinet Committee',
      kind: 'cabinet-committee-consideration',
      status: 'due',
      dueOn: { kind: 'date', date: '2025-06-05' },
    },
    [['2025-06-05', { status: 'taken', takenOn: '2025-06-05', reference: 'ASC/25/11' }]],
  ).map(({ on, record }) => command.entry({ on, as: team }, 'decision', 'adult-home-care', 'charges', record)),
  command.entry({ on: '2025-08-18', as: team }, 'decision', 'home-to-school-transport', 'post-16', {
    title: 'Policy on transport of students over 16',
    body: 'Cabinet Member for Education',
    kind: 'officer-decision',
    status: 'deferred',
    dueOn: { kind: 'date', date: '2025-08-15' },
    words: 'Put off until the revised guidance is published.',
  }),
  command.ofProgramme({ on: '2025-10-14', as: team }, 'decision', 'autumn-budget', {
    title: 'Savings of 2026/27 for the draft budget',
    body: 'Cabinet',
    kind: 'key-decision',
    status: 'due',
    dueOn: { kind: 'date', date: '2025-11-18' },
    noticeOn: '2025-10-14',
  }),
];

export const decisionSteps: readonly ChangeStep[] = [...adoptions.flatMap(adoption), ...otherDecisions];
