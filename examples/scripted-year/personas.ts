import type { Persona } from '../step.ts';

// Six people of a council that does not exist, each in their role.
const post = (role: Persona['role'], subject: string, name: string): Persona => ({ role, subject, name });

export const office = post('programme-office', 'head-of-portfolio-office', 'Head of the portfolio office');
export const team = post('transformation-team', 'change-manager', 'Change manager');
export const finance = post('finance', 'chief-accountant', 'Chief accountant');
export const assurance = post('assurance', 'head-of-internal-audit', 'Head of internal audit');
export const board = post('board', 'member-of-the-portfolio-board', 'Member of the Portfolio Board');
export const sros = {
  people: post('sro', 'director-of-people', 'Director of People'),
  place: post('sro', 'director-of-place-and-resources', 'Director of Place and Resources'),
} as const;
export type SroName = keyof typeof sros;

/** Who leads two projects and leaves within the year. They record nothing themselves. */
export const leaver = { subject: 'digital-manager', name: 'Digital manager' };
