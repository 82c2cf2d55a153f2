import type { Teller } from '../step.ts';

// Who keys the facts in; they are no part of the paper.
export const office: Teller = {
  role: 'programme-office',
  subject: 'programme-office-officer',
  name: 'Programme office officer',
};
export const team: Teller = {
  role: 'transformation-team',
  subject: 'transformation-team-officer',
  name: 'Transformation team officer',
};
