import type { LocalDate } from '#language/time.ts';
import type { ChangeStep } from '../step.ts';
import { sros, team } from './personas.ts';
import { command } from './settings.ts';

const path = (review: string, ...moves: readonly (readonly [LocalDate, to: string, reason?: string])[]): ChangeStep[] =>
  moves.map(([on, to, reason]) =>
    command.move({ on, as: team }, review, { to, ...(reason === undefined ? {} : { reason }) }),
  );
const worked = (review: string, on: LocalDate): ChangeStep =>
  command.stageWork({ on, as: team }, review, { state: 'complete', on });

export const moveSteps: readonly ChangeStep[] = [
  ...path(
    'revenues-and-benefits',
    ['2025-03-17', 'service-baseline'],
    ['2025-03-31', 'options-appraisal'],
    ['2025-04-30', 'full-business-case'],
    ['2025-05-28', 'decision'],
    ['2025-06-12', 'implementation'],
    ['2025-09-01', 'benefits-review'],
    ['2025-10-20', 'closed'],
  ),
  worked('waste-and-recycling', '2025-05-09'),
  ...path(
    'waste-and-recycling',
    ['2025-05-19', 'full-business-case'],
    [
      '2025-07-28',
      'options-appraisal',
      'The preferred option does not stand up in the full business case: no bidder takes both parts at the price.',
    ],
    ['2025-10-06', 'full-business-case'],
  ),
  command.stageWork({ on: '2025-10-13', as: team }, 'waste-and-recycling', { state: 'in-progress' }),
  command.waiver({ on: '2025-06-23', as: sros.place }, 'highways-maintenance', {
    criterion: 'GATE-34',
    reason:
      'Residents were consulted on the highways plan itself in 2024; the choice of who does the works changes no service to them.',
  }),
  ...path('highways-maintenance', ['2025-06-30', 'decision'], ['2025-09-22', 'implementation']),
  ...path(
    'libraries-and-archives',
    ['2025-03-24', 'service-baseline'],
    ['2025-05-12', 'options-appraisal'],
    ['2025-09-29', 'full-business-case'],
  ),
  ...path('leisure-centres', ['2025-04-14', 'service-baseline']),
  worked('leisure-centres', '2025-08-29'),
  ...path('ict-and-digital', ['2025-05-27', 'implementation']),
  ...path('parking-and-enforcement', ['2025-06-23', 'closed']),
  ...path('registration-and-ceremonies', ['2025-09-08', 'service-baseline']),
];
