import type * as z from 'zod';
import { done } from '#domain/decided.ts';
import { listDirectoryOperation, listPeopleOperation } from '#schemas/operations/people.ts';
import { type Registered, readPeoplePage } from '#store/records/people-register.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { cursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { directoryEntry, personSummary } from '../views/person-view.ts';

type ListCall = Call<unknown, z.output<typeof listPeopleOperation.query>>;

const readPage = async (call: ListCall, deps: ReadsTable) => {
  const page = requestedPage(call, /^[A-Za-z0-9._:@|-]{1,128}$/);
  if (page.kind === 'refused') return page;
  const { people, nextId } = await readPeoplePage(deps.table, call.actor.organisation, {
    limit: page.result.limit,
    afterId: page.result.after,
  });
  return done({ people, next: cursorOf(nextId) });
};

/** Whom a record may name: who was erased, and a token's subject that belongs to somebody else, are left out. */
const inDirectory = ({ person }: Registered): boolean => person.erased === undefined && person.sameAs === undefined;

export const listPeople = [
  ...query(listPeopleOperation, async (call, deps: ReadsTable) => {
    const page = await readPage(call, deps);
    if (page.kind === 'refused') return page;
    const { people, next } = page.result;
    return done(jsonAnswer({ items: people.map(personSummary), next }));
  }),
  ...query(listDirectoryOperation, async (call, deps: ReadsTable) => {
    const page = await readPage(call, deps);
    if (page.kind === 'refused') return page;
    const { people, next } = page.result;
    return done(jsonAnswer({ items: people.filter(inDirectory).map(directoryEntry), next }));
  }),
];
