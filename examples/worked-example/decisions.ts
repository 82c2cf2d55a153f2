import type * as z from 'zod';
import type { Decision } from '#registers/decision/record.ts';
import { asItChanges } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { adoptionSteps } from './adoptions.ts';
import { team } from './personas.ts';
import { command } from './settings.ts';

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

export const decisionSteps: readonly ChangeStep[] = [...adoptionSteps, ...otherDecisions];
