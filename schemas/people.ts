import * as z from 'zod';
import { Subject, Title } from './ids.ts';

/** What a person may be in an organisation; taken from the token, several may be held at once. Each of these reads the record. */
export const PersonRole = z.enum(['transformation-team', 'sro', 'finance', 'assurance', 'programme-office', 'board']);
export type PersonRole = z.infer<typeof PersonRole>;
export const everyRole: readonly PersonRole[] = PersonRole.options;

/** And what no person is: `ledger` is a finance system, which sends the actuals of its periods, reads them back and does nothing else. */
export const Role = z.enum([...PersonRole.options, 'ledger']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;
export const isPersonRole = (role: Role): role is PersonRole => PersonRole.safeParse(role).success;

/** Who may see text that is exempt from publication; a board may where its programme says so. */
const readersOfExempt: readonly Role[] = ['transformation-team', 'sro', 'finance', 'assurance', 'programme-office'];
/** A machine never does: what it reads goes on to others. */
export const mayReadExempt = ({ roles, machine }: Pick<Actor, 'roles' | 'machine'>): boolean =>
  machine === undefined && roles.some((role) => readersOfExempt.includes(role));

/**
 * What a machine may be: it reads what a board reads, keeps registers up to date, or sends what a ledger says. Whoever confirms, approves, validates or rates is a
 * person, whatever a token says.
 */
export const machineRoles = ['board', 'transformation-team', 'ledger'] as const satisfies readonly Role[];
export type MachineRole = (typeof machineRoles)[number];
export const isMachineRole = (role: Role): role is MachineRole => machineRoles.some((one) => one === role);

/** Who asks: the subject, organisation and roles of a verified token, never of a path or body. */
export const Actor = z.object({
  subject: Subject,
  organisation: z.string(),
  roles: z.array(Role),
  name: z.string().optional(),
  /** Set where a machine asks: what it is called. */
  machine: z.string().optional(),
  /** What else records may name them by, as the register of people says. */
  otherIds: z.array(Subject).optional(),
  /** The SROs of the review in question whose deputy they are today. */
  deputyFor: z.array(Subject).optional(),
});
export type Actor = z.infer<typeof Actor>;

/** A person named in a record: history keeps the subject alone, the name lives in one erasable record. */
export const Person = z.strictObject({ subject: Subject, name: Title }).meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

/** A post, team or organisation that owns something: `Head of Property`, not a person's name. */
export const Owner = Title.meta({ description: "A post or team, not a person's name", example: 'Head of Property' });
