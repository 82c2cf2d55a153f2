import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import { anyStepFor, stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { finance, office } from './personas.ts';

export const programmeId = 'one-exampleshire';
export const firstMonth = '2025-04';
export const lastMonth = '2026-03';
/** The month after the year, which is under way: its returns come in, and nobody has closed it. */
export const openMonth = '2026-04';
export const reportDay = 10;
/** The day on which the programme begins, and the one on which its portfolio is recorded. */
export const begins: LocalDate = '2025-03-03';
export const start: LocalDate = '2025-03-10';
/** From here on the other matrix holds, paused reviews do not count, tier 1 has a checkpoint a year, and reports compare with the budget's baseline. */
export const settingsChange: LocalDate = '2025-10-13';

export const command = { ...stepsFor(programmeId), change: anyStepFor(programmeId) };

/** The baseline with which reports compare once the settings changed. */
export const namedBaselineId = 'budget-2025-26';

export const settings: z.input<typeof Programme> = {
  name: 'One Exampleshire',
  phase: '2025/26',
  council: 'Exampleshire County Council (fictional)',
  approved: 'By the Cabinet of a council that does not exist, 3 March 2025',
  services: ['Care', 'Schools', 'Highways', 'Waste', 'Property', 'Customers', 'Digital', 'Culture'],
  boards: [
    {
      id: 'portfolio-board',
      name: 'Portfolio Board',
      duties: ['Agrees mandates, changes and gates of the portfolio', 'Looks at what was escalated to it'],
      takes: ['decision', 'change-request', 'gate', 'escalation', 'action'],
    },
    { id: 'cabinet', name: 'Cabinet', duties: ['Takes key decisions'], takes: ['decision', 'outcome'] },
  ],
  directorates: [
    { id: 'people', name: 'People' },
    { id: 'place', name: 'Place' },
    { id: 'resources', name: 'Resources' },
  ],
  portfolios: [
    { id: 'living-well', name: 'Living well' },
    { id: 'growing-up', name: 'Growing up' },
    { id: 'places', name: 'Places' },
    { id: 'council', name: 'The council itself' },
  ],
  ratingScheme: 'five-point',
  riskMatrix: {
    likelihoodWords: ['Very unlikely', 'Unlikely', 'Possible', 'Likely', 'Very likely'],
    impactWords: ['Minor', 'Moderate', 'Significant', 'Serious', 'Major'],
    lowUpTo: 6,
    mediumUpTo: 15,
    nextReviewMonths: { low: 12, medium: 12, high: 12 },
  },
  reporting: { firstMonth, reportDay, returnsDueDay: 5 },
  source: 'Made up: no council, person, firm or figure in it is real',
  fictional: true,
};

/** As the settings were to say from the day after they were recorded. */
export const corrected: z.input<typeof Programme> = {
  ...settings,
  approved: 'By the Cabinet of a council that does not exist, 4 March 2025',
};

const changed: z.input<typeof Programme> = {
  ...corrected,
  riskMatrix: {
    likelihoodWords: ['Unlikely', 'Possible', 'Likely', 'Almost certain'],
    impactWords: ['Minor', 'Moderate', 'Serious', 'Severe'],
    lowUpTo: 3,
    mediumUpTo: 8,
    nextReviewMonths: { low: 12, medium: 12, high: 12 },
  },
  pausedCounts: false,
  comparedWith: namedBaselineId,
  findings: [
    {
      as: 'accepted',
      rule: 'GAP-03',
      reviews: ['carers'],
      until: '2026-01-31',
      reason: 'Its tier is confirmed once its mandate is written',
    },
  ],
  reporting: { ...settings.reporting, checkpointMonths: 12 },
};

/** The day after the budget of the next year is agreed: the next MTFP is beside the last, and in use. */
export const budgetAgreed: LocalDate = '2026-02-13';
export const nextMtfp = 'mtfp-2026-29';
const rolledOver: z.input<typeof Programme> = {
  ...changed,
  mtfps: [
    { id: 'mtfp-2025-28', name: 'MTFP 2025-28', prices: 'cash', from: '2025/26', to: '2027/28' },
    {
      id: nextMtfp,
      name: 'MTFP 2026-29',
      approvedOn: '2026-02-12',
      approvedBy: 'Full Council',
      prices: 'cash',
      from: '2026/27',
      to: '2028/29',
    },
  ],
  mtfpInUse: nextMtfp,
};

const source = 'Medium-term financial plan 2025-28 of the fictional council';
const stated = (year: '2025/26' | '2026/27', pounds: number): ChangeStep =>
  command.ofProgramme({ on: begins, as: office }, 'stated-position', `required-${year.replace('/', '-')}`, {
    title: `Savings required in ${year}`,
    measure: 'savings-required',
    year,
    figure: {
      kind: 'amount',
      pounds,
      source,
      ...(year === '2025/26'
        ? {
            conflicts: [
              { value: { kind: 'amount', pounds: 31_000_000 }, source: 'Budget speech of the fictional leader' },
            ],
          }
        : {}),
    },
  });

export const settingSteps: readonly ChangeStep[] = [
  command.programme({ on: begins, as: office }, settings),
  stated('2025/26', 28_000_000),
  stated('2026/27', 33_000_000),
  command.ofProgramme({ on: '2025-06-30', as: finance }, 'stated-measure', 'reviews-on-time', {
    title: 'Projects that keep their dates',
    asAt: '2025-06-30',
    value: { kind: 'share', percent: '62', numerator: 40, denominator: 65 },
    source: 'Portfolio report of June 2025',
  }),
  command.programme({ on: settingsChange, as: office }, changed),
  command.programme({ on: budgetAgreed, as: office }, rolledOver),
  command.ofProgramme({ on: '2026-02-16', as: finance }, 'stated-position', 'next-required-2026-27', {
    title: 'Savings required in 2026/27 by the next plan',
    measure: 'savings-required',
    year: '2026/27',
    mtfp: nextMtfp,
    figure: {
      kind: 'amount',
      pounds: 35_500_000,
      source: 'Medium-term financial plan 2026-29 of the fictional council',
    },
  }),
];
