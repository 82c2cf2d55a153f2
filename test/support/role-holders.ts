import type { Operation } from '#schemas/operations.ts';
import { everyRole, type Role } from '#schemas/people.ts';

/** Somebody whose token is good. */
export interface Holder {
  readonly called: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  /** What it is called, where it is a machine. */
  readonly machine?: string;
}

/** Named in the record: the SRO of the one review and of the other, who leads the one, who claimed its saving. */
export const named = {
  itsSro: { subject: 'sam-sro', name: 'Sam Sro' },
  otherSro: { subject: 'olga-other', name: 'Olga Other' },
  lead: { subject: 'lena-lead', name: 'Lena Lead' },
  persona: { subject: 'tara-team', name: 'Tara Team' },
} as const;

const { itsSro, lead, persona } = named;

/** The roles alone, and those together whom the domain keeps apart. */
export const fewHolders: readonly Holder[] = [
  { called: 'transformation team', subject: 'tim-team', roles: ['transformation-team'] },
  { called: 'SRO', subject: itsSro.subject, roles: ['sro'] },
  { called: 'finance', subject: 'fay-finance', roles: ['finance'] },
  { called: 'assurance', subject: 'asha-assurance', roles: ['assurance'] },
  { called: 'programme office', subject: 'pat-office', roles: ['programme-office'] },
  { called: 'board', subject: 'bo-board', roles: ['board'] },
  { called: 'SRO and assurance', subject: itsSro.subject, roles: ['sro', 'assurance'] },
  { called: 'assurance, leading the review', subject: lead.subject, roles: ['assurance'] },
  { called: 'team and finance, who claimed', subject: persona.subject, roles: ['transformation-team', 'finance'] },
  { called: 'SRO by name, board by role', subject: itsSro.subject, roles: ['board'] },
  { called: 'a ledger', subject: 'finance-ledger', roles: ['ledger'], machine: 'Finance ledger' },
];

/** And those whose permissions unite. */
export const allHolders: readonly Holder[] = [
  ...fewHolders,
  { called: 'team and SRO', subject: itsSro.subject, roles: ['transformation-team', 'sro'] },
  { called: 'team and finance', subject: 'toni-both', roles: ['transformation-team', 'finance'] },
  { called: 'office and board', subject: 'omar-both', roles: ['programme-office', 'board'] },
  { called: 'all six roles', subject: itsSro.subject, roles: everyRole },
];

/** Somebody with every role who may do what is asked of their own review; a checkpoint is of whoever does not answer for it. */
export const whoMay = ({ register }: Pick<Operation, 'register'>) => ({
  roles: everyRole,
  subject: register?.kind === 'assurance-checkpoint' ? 'asha-assurance' : itsSro.subject,
});
