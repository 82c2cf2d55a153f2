import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import { command } from './settings.ts';

const permits = {
  title: 'Permits at the two stations',
  unrealised: ['station-permits'],
  to: 'Parking manager',
  on: '2025-06-24',
  everyMonths: 3,
};

/** What completed reviews left unrealised, and who goes on reporting on it: one does, the other has still time to. */
export const handoverSteps: readonly ChangeStep[] = [
  command.entry({ on: '2025-06-24', as: team }, 'handover', 'parking-and-enforcement', 'station-permits', permits),
  command.entry({ on: '2025-09-22', as: team }, 'handover', 'parking-and-enforcement', 'station-permits', {
    ...permits,
    updates: [{ on: '2025-09-22', words: 'One station sells permits; the other waits for its machine.' }],
  }),
  command.entry({ on: '2025-10-21', as: team }, 'handover', 'revenues-and-benefits', 'summonses', {
    title: 'Fewer summonses from earlier reminders',
    unrealised: ['fewer-summonses'],
    to: 'Head of the shared revenues service',
    on: '2025-10-21',
    everyMonths: 6,
  }),
];
