import { unlessChosen } from '#schemas/notices.ts';
import type { Registered } from '#store/records/people-register.ts';

/** A person as the office reads them: what it enters, and what follows from sign-ins and changes. */
export const personView = ({ id, version, person }: Registered) => {
  const last = person.names.at(-1);
  const { email, tokenSubject, deputies } = person;
  return {
    id,
    record: {
      name: last?.name ?? id,
      ...(last?.post === undefined ? {} : { post: last.post }),
      ...(email === undefined ? {} : { email }),
      ...(tokenSubject === undefined ? {} : { subject: tokenSubject }),
      ...(deputies === undefined ? {} : { deputies }),
    },
    facts: {
      names: person.names,
      roles: person.roles ?? [],
      lastSeen: person.lastSeen ?? null,
      erased: person.erased ?? null,
      messages: person.messages ?? unlessChosen,
      sameAs: person.sameAs ?? null,
    },
    version,
  };
};

/** A person whom a record may name. */
export const directoryEntry = (registered: Registered) => {
  const { id, name, post } = personSummary(registered);
  return { id, name, post };
};

/** A person as lists show them. */
export const personSummary = (registered: Registered) => {
  const { id, record, facts, version } = personView(registered);
  return {
    id,
    name: record.name,
    post: record.post ?? null,
    roles: facts.roles,
    lastSeen: facts.lastSeen,
    deputies: record.deputies ?? [],
    sameAs: facts.sameAs,
    version,
  };
};
