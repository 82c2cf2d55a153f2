import * as z from 'zod';
import { Subject } from '#schemas/ids.ts';
import { everyRole, type PersonRole, type Role } from '#schemas/people.ts';
import { roleWords } from '#web/role-words.ts';

/** A person who signs in to a tracker on one machine. */
export interface LocalPerson {
  readonly subject: Subject;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** The organisation of everybody who names no other. */
export const defaultOrganisation = 'local-council';

/** `Anna Ó Dálaigh` -> `anna-o-dalaigh`; empty where the name has no letter or digit of that kind. */
export const kebabCased = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 128);

const Organisation = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,128}$/, 'an organisation is written in letters, digits and . _ -, at most 128');
const Name = z.string().trim().min(1, 'a name is not empty').max(200, 'a name has at most 200 characters');

export type PersonResult =
  | { readonly kind: 'person'; readonly person: LocalPerson }
  | { readonly kind: 'refused'; readonly why: string };

/** A person from what was typed; the name defaults to the role's title, the subject to the kebab-cased name. */
export const personOf = (typed: {
  readonly roles: readonly PersonRole[];
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly subject?: string | undefined;
}): PersonResult => {
  const [first] = typed.roles;
  if (first === undefined) return { kind: 'refused', why: `Choose a role: ${everyRole.join(', ')}.` };
  const name = Name.safeParse(typed.name ?? roleWords[first].title);
  const organisation = Organisation.safeParse(typed.organisation ?? defaultOrganisation);
  if (!name.success) return { kind: 'refused', why: `The name does not fit: ${name.error.issues[0]?.message}.` };
  if (!organisation.success)
    return { kind: 'refused', why: `The organisation does not fit: ${organisation.error.issues[0]?.message}.` };
  const subject = Subject.safeParse(typed.subject ?? kebabCased(name.data));
  if (!subject.success)
    return {
      kind: 'refused',
      why: `No subject comes of the name "${name.data}": give one by --subject, in letters, digits and . _ : @ | -, at most 128.`,
    };
  return {
    kind: 'person',
    person: {
      subject: subject.data,
      name: name.data,
      organisation: organisation.data,
      roles: [...new Set(typed.roles)],
    },
  };
};
