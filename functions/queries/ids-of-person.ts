import { type Registered, readEverybody } from '#store/records/people-register.ts';
import type { ReadsTable } from '../http/call.ts';

/** The whole register of people of an organisation. */
export const readRegistered = async (deps: ReadsTable, organisation: string): Promise<readonly Registered[]> => {
  const everybody: Registered[] = [];
  for await (const person of readEverybody(deps.table, organisation)) everybody.push(person);
  return everybody;
};

/** Every id that records may name a person by: their own, that of the person whom their token belongs to, and all tokens of that one. */
export const idsOf = (id: string, people: readonly Registered[]): readonly string[] => {
  const own = people.find((one) => one.id === id)?.person.sameAs ?? id;
  return [own, ...people.filter(({ person }) => person.sameAs === own).map((one) => one.id)];
};
