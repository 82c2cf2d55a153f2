import type { Persona } from './step.ts';

// Who keys the facts in; they are no part of the paper.
export const office: Persona = {
  role: 'programme-office',
  subject: 'programme-office-officer',
  name: 'Programme office officer',
};
export const team: Persona = {
  role: 'transformation-team',
  subject: 'transformation-team-officer',
  name: 'Transformation team officer',
};
export const assurance: Persona = { role: 'assurance', subject: 'assurance-officer', name: 'Assurance officer' };
