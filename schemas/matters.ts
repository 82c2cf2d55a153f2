import { choice } from './choices.ts';

/** What boards take up: the agenda of a meeting is proposed from these. */
export const Matter = choice({
  decision: 'Decision',
  'change-request': 'Change request',
  gate: 'Gate',
  outcome: 'Outcome of a business case',
  escalation: 'Escalated risk',
  return: 'Monthly return',
  action: 'Action of an earlier meeting',
  other: 'Other',
});
