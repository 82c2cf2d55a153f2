import type { ChangeStep } from '../step.ts';
import { assurance, leaver, office, sros, team } from './personas.ts';
import { projectOf } from './projects.ts';
import { lineOf } from './savings.ts';
import { command } from './settings.ts';

/** What an SRO confirmed of November is forecast otherwise before the report is made. */
export const afterTheConfirmation: ChangeStep & { readonly recordedOn: string } = {
  ...command.entry({ on: '2025-11-28', as: team }, 'saving', 'reablement', 'main', {
    ...lineOf(projectOf('reablement')),
    years: [{ year: '2026/27', plan: 1_200_000, forecast: 1_050_000, states: { onTrack: 1_200_000 } }],
  }),
  recordedOn: '2025-12-05',
};

/** What somebody who leaves has led is passed on: an act of the council's people, and of no programme. */
const passedOn: ChangeStep = {
  kind: 'change',
  on: '2026-03-16',
  as: office,
  operation: 'passOn',
  params: { personId: leaver.subject },
  body: { to: sros.place.subject, reason: 'They left the council' },
};

/** Acts of the year that belong to no table: stage work, waivers, a risk that happens, a strike-out, words that are redacted. */
export const actSteps: readonly ChangeStep[] = [
  command.stageWork({ on: '2025-04-14', as: team }, 'reablement', { state: 'in-progress' }),
  command.stageWork({ on: '2025-08-29', as: team }, 'reablement', { state: 'complete', on: '2025-08-29' }),
  passedOn,
  command.appraisal({ on: '2025-04-07', as: team }, 'care-at-home', {
    baseYear: '2025/26',
    criteria: [
      { id: 'quality', name: 'Quality of care', weight: 60 },
      { id: 'cost', name: 'Cost', weight: 40 },
    ],
  }),
  ...(['GATE-31', 'GATE-32'] as const).map((criterion) =>
    command.waiver({ on: '2025-09-10', as: sros.people }, 'equipment', {
      criterion,
      reason: 'The contract ends in March, and the case is with the board in October.',
    }),
  ),
  command.move({ on: '2025-09-11', as: team }, 'equipment', { to: 'decision' }),
  command.change(
    { on: '2026-02-03', as: team },
    'recordRiskHappening',
    { reviewId: 'customer', entryId: 'market' },
    {
      id: 'calls-rose',
      title: 'Calls rose when the new forms began',
      severity: 'high',
      owner: 'Head of Customers',
      raisedOn: '2026-02-03',
    },
  ),
  command.entry({ on: '2025-07-01', as: team }, 'issue', 'bus', 'twice', {
    title: 'Recorded twice',
    severity: 'low',
    owner: 'Head of Transport',
    raisedOn: '2025-07-01',
  }),
  command.strikeOut({ on: '2025-07-02', as: team }, 'issue', 'bus', 'twice', 'It is recorded with highways'),
  command.ofProgramme({ on: '2025-09-03', as: office }, 'redaction', 'named', {
    askedAs: 'programme-office',
    review: 'home-first',
    kind: 'risk',
    entry: 'market',
    texts: [{ pointer: '/record/actions/0/what' }],
    ground: 'recorded-in-error',
    reason: 'It named a person',
  }),
  command.change({ on: '2025-09-04', as: assurance }, 'agreeRedaction', { entryId: 'named' }, {}),
];
