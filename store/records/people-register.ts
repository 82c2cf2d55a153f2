import type * as z from 'zod';
import { PersonState } from '#schemas/person.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, number, queryListPage, queryPages, readItem, sortKeyOf } from '../table/items.ts';
import { peopleOf, personKey } from '../table/keys.ts';
import { inShape, recordShape } from '../table/shape.ts';
import { commit, type Intent, putIfStillOrUnnumbered } from '../table/transaction.ts';

/*
 * The register of people as the office keeps it. What records need of it, names, is in `people.ts`.
 */

const RegisteredPerson = PersonState.extend({ sameAs: PersonState.shape.tokenSubject });

/** A person of the register. The version counts changes, from 1; what 0.2.0 wrote has none and is at 1. */
export interface Registered {
  readonly id: string;
  readonly version: number;
  readonly person: z.infer<typeof RegisteredPerson>;
}

const registeredFrom = (item: Item): Registered => ({
  id: sortKeyOf(item),
  version: Number(item.version?.N ?? 1),
  person: readBody(item, RegisteredPerson),
});

/** A25: what the register says of a person. */
export const readPerson = async (table: Table, organisation: string, id: string): Promise<Registered | undefined> => {
  const item = await readItem(table, personKey(organisation, id));
  return item === undefined ? undefined : registeredFrom(item);
};

/** A26: a page of the people of an organisation, in order of id. */
export const readPeoplePage = async (
  table: Table,
  organisation: string,
  options: { limit: number; afterId: string | undefined },
): Promise<{ people: readonly Registered[]; nextId: string | undefined }> => {
  const { items, next } = await queryListPage(table, peopleOf(organisation), {
    limit: options.limit,
    afterPart: options.afterId,
  });
  return { people: items.map(registeredFrom), nextId: next };
};

/** A26: everybody of an organisation. */
export async function* readEverybody(table: Table, organisation: string): AsyncGenerator<Registered> {
  for await (const items of queryPages(table, peopleOf(organisation))) yield* items.map(registeredFrom);
}

/** A person as they are put on the version that was read; undefined: where there was none. */
export const personPut = (
  table: Table,
  organisation: string,
  { id, version, person }: Registered,
  before: number | undefined,
): Intent<'person'> => ({
  name: 'person',
  item: putIfStillOrUnnumbered(
    table,
    {
      ...itemKey(personKey(organisation, id)),
      ...inShape(recordShape),
      version: number(version),
      body: jsonBody({ subject: id, ...RegisteredPerson.parse(person) }),
    },
    'version',
    before ?? null,
  ),
});

/** Writes a person on the version that was read, with whatever belongs to it; what stood in the way, by name. */
export const savePerson = (
  table: Table,
  intents: readonly Intent<'person' | 'idempotency'>[],
): ReturnType<typeof commit<'person' | 'idempotency'>> => commit(table, intents);
