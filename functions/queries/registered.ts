import { idsOf } from '#domain/people/ids-of-person.ts';
import { type Registered, readEverybody } from '#store/records/people-register.ts';
import type { ReadsTable } from '../http/call.ts';

/** The whole register of people of an organisation. */
export const readRegistered = async (deps: ReadsTable, organisation: string): Promise<readonly Registered[]> => {
  const everybody: Registered[] = [];
  for await (const person of readEverybody(deps.table, organisation)) everybody.push(person);
  return everybody;
};

/** Every id that records may name somebody by, by the whole register; the person's own first. */
export const idsIn = (id: string, people: readonly Registered[]): readonly string[] =>
  idsOf(id, new Map(people.map(({ id, person }) => [id, person])));
