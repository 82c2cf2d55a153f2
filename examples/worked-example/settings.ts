import type * as z from 'zod';
import type { Figure } from '#schemas/figures.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { finance, office } from './personas.ts';

export const programmeId = 'exampleshire-futures';
export const begins = '2025-03-03';
export const firstMonth = '2025-04';
export const lastMonth = '2025-10';
export const reportDay = 10;

/** The steps of the made-up programme. */
export const command = stepsFor(programmeId);

const settings: ChangeStep = command.programme(
  { on: begins, as: office },
  {
    name: 'Exampleshire Futures',
    phase: 'Wave 1',
    council: 'Exampleshire County Council (fictional)',
    approved: 'By the Cabinet of a council that does not exist, 3 March 2025',
    services: [
      'Home care',
      'Reablement',
      'Home to school transport',
      'Waste collection and disposal',
      'Highways maintenance',
      'Street lighting',
      'Libraries',
      'Archives',
      'Property',
      'Facilities management',
      'Catering and cleaning',
      'Revenues',
      'Benefits',
      'Leisure centres',
      'Parking',
      'Registration',
      'Legal services',
      'ICT',
      'Customer contact',
      'Trading standards',
      'Youth services',
      'Museums',
    ],
    boards: [
      { id: 'transformation-board', name: 'Transformation Board' },
      { id: 'advisory-group', name: 'Transformation Advisory Group' },
      { id: 'cabinet-committee', name: 'Policy and Resources Cabinet Committee' },
      { id: 'cabinet', name: 'Cabinet' },
    ],
    directorates: [
      { id: 'adults', name: 'Adult Social Care and Health' },
      { id: 'children', name: 'Children, Young People and Education' },
      { id: 'place', name: 'Highways, Waste and Environment' },
      { id: 'communities', name: 'Customer and Communities' },
      { id: 'resources', name: 'Corporate Resources' },
    ],
    portfolios: [
      { id: 'people', name: 'People' },
      { id: 'places', name: 'Places' },
      { id: 'council', name: 'The council itself' },
    ],
    themes: [
      { id: 'commissioning', name: 'Commissioning' },
      { id: 'digital', name: 'Digital' },
      { id: 'commercial', name: 'Commercial' },
      { id: 'prevention', name: 'Prevention' },
    ],
    ratingScheme: 'five-point',
    riskMatrix: {
      likelihoodWords: ['Very unlikely', 'Unlikely', 'Possible', 'Likely', 'Very likely'],
      impactWords: ['Minor', 'Moderate', 'Significant', 'Serious', 'Major'],
      lowUpTo: 6,
      mediumUpTo: 15,
      nextReviewMonths: { low: 6, medium: 3, high: 1 },
    },
    reporting: { firstMonth, lastMonth, reportDay, returnsDueDay: 5 },
    keyDecisionThreshold: 1_000_000,
    decisionRoute: [
      'Outline business case to the Transformation Board',
      'Full business case, with its implementation plan, to the Transformation Board',
      'Pre-scrutiny by the Policy and Resources Cabinet Committee',
      'Key decision by the Cabinet',
    ],
    source: 'Made up to show every feature: no council, person, firm or figure in it is real',
    fictional: true,
  },
);

const source = 'Medium-term financial plan 2025-29 of the fictional council';
const asAt = '2025-03-03';
const pounds = (amount: number): z.input<typeof Figure> => ({ kind: 'amount', pounds: amount, source, asAt });

const required = (
  [
    ['2025/26', pounds(19_500_000)],
    ['2026/27', pounds(24_000_000)],
    ['2027/28', pounds(7_000_000)],
    ['2028/29', { kind: 'to-be-confirmed', reason: 'The plan gives no figure beyond its third year', source, asAt }],
  ] as const
).map(([year, figure]) =>
  command.ofProgramme({ on: begins, as: office }, 'stated-position', `required-${year.replace('/', '-')}`, {
    title: `Savings required in ${year}`,
    measure: 'savings-required',
    year,
    figure,
  }),
);

const stated: readonly ChangeStep[] = [
  command.ofProgramme({ on: begins, as: office }, 'stated-position', 'unidentified-2026-27', {
    title: 'Savings yet to be identified for 2026/27',
    measure: 'savings-unidentified',
    year: '2026/27',
    figure: {
      kind: 'amount',
      pounds: 5_400_000,
      source,
      asAt,
      conflicts: [
        { value: { kind: 'about', pounds: 6_000_000 }, source: 'Budget monitoring paper of the same month', asAt },
      ],
    },
  }),
  command.ofProgramme({ on: begins, as: office }, 'stated-position', 'expected', {
    title: 'Savings expected of Wave 1 over four years',
    measure: 'savings-expected',
    periodYears: 4,
    figure: { kind: 'range', low: 44_000_000, high: 56_000_000, source, asAt },
  }),
  command.ofProgramme({ on: begins, as: office }, 'stated-position', 'expected-a-year', {
    title: 'Average saving a year expected of Wave 1',
    measure: 'savings-expected-a-year',
    figure: { kind: 'range', low: 11_000_000, high: 14_000_000, source, asAt },
    follows: { from: 'expected', by: 'average-a-year' },
  }),
  command.ofProgramme({ on: '2025-09-12', as: finance }, 'stated-position', 'gross-expenditure', {
    title: 'Gross expenditure of the services in scope, 2025/26',
    measure: 'gross-expenditure',
    year: '2025/26',
    figure: { kind: 'over', pounds: 310_000_000, source: 'Budget book of the fictional council', asAt: '2025-09-12' },
  }),
];

export const settingSteps: readonly ChangeStep[] = [settings, ...required, ...stated];
