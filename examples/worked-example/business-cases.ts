import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { BusinessCase, RecordOutcome } from '#registers/business-case/record.ts';
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
