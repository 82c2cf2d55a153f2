import * as z from 'zod';
import type { Instant } from '#language/time.ts';
import type { Person } from '#schemas/people.ts';
import { PersonState } from '#schemas/person.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, readByKey } from '../table/items.ts';
import { type Key, personKey } from '../table/keys.ts';
import { putItemUnless } from '../table/put-item.ts';
import { inShape, recordShape } from '../table/shape.ts';
import { type Intent, putNew } from '../table/transaction.ts';

/*
 * History names people by subject. What a person was called, and from when, lives in one item outside every chain, which
 * can be erased, and is put in when shown.
 */

const StoredPerson = PersonState.extend({
  subject: z.string(),
  /** At the subject of a token: the person to whom it belongs. */
  sameAs: z.string().optional(),
});
export type StoredPerson = z.infer<typeof StoredPerson>;
export type People = ReadonlyMap<string, StoredPerson>;

/** The keys of people. */
export const nameKeys = (organisation: string, subjects: readonly string[]): readonly Key[] =>
  [...new Set(subjects)].map((subject) => personKey(organisation, subject));

/** What was read with something else: of whom, and what was found at their `nameKeys`. */
export interface NamesBeside {
  readonly asked: readonly string[];
  readonly found: (key: Key) => Item | undefined;
}

/** The people, and for the subject of a token that belongs to another of the register, that one. */
const withWhoTheyAre = async (table: Table, organisation: string, people: People): Promise<People> => {
  const others = [...people.values()].flatMap(({ sameAs }) => sameAs ?? []);
  if (others.length === 0) return people;
  const found = await readByKey(table, nameKeys(organisation, others));
  return new Map(
    [...people].map(([subject, person]) => {
      const item = person.sameAs === undefined ? undefined : found(personKey(organisation, person.sameAs));
      return [subject, item === undefined ? person : { ...readBody(item, StoredPerson), sameAs: person.sameAs }];
    }),
  );
};

/** A11: some people, where some of them were read with something else; the others are read now. */
export const readPeopleBeside = async (
  table: Table,
  organisation: string,
  subjects: readonly string[],
  alsoRead: NamesBeside,
): Promise<People> => {
  const others = subjects.filter((subject) => !alsoRead.asked.includes(subject));
  const found = others.length === 0 ? () => undefined : await readByKey(table, nameKeys(organisation, others));
  const people = new Map<string, StoredPerson>();
  for (const subject of subjects) {
    const key = personKey(organisation, subject);
    const item = alsoRead.asked.includes(subject) ? alsoRead.found(key) : found(key);
    if (item !== undefined) people.set(subject, readBody(item, StoredPerson));
  }
  return withWhoTheyAre(table, organisation, people);
};

/** A11: some people, by subject. */
export const readPeople = (table: Table, organisation: string, subjects: readonly string[]): Promise<People> =>
  readPeopleBeside(table, organisation, subjects, { asked: [], found: () => undefined });

/** What somebody was called at an instant; before their first name, that one. Null where nobody knows. */
export const nameThen = (person: StoredPerson | undefined, at: Instant): string | null =>
  (person?.names.findLast(({ from }) => from <= at) ?? person?.names[0])?.name ?? null;

/** What people were called at an instant, by subject. */
export const namesThen = (people: People, at: Instant): ReadonlyMap<string, string> =>
  new Map([...people].map(([subject, person]) => [subject, nameThen(person, at) ?? subject]));

/** What people are called today, by subject. */
export const namesToday = (people: People): ReadonlyMap<string, string> =>
  new Map([...people].flatMap(([subject, { names }]) => names.slice(-1).map(({ name }) => [subject, name] as const)));

/** A11: what some people are called today, as `readPeopleBeside` reads them. */
export const readNamesBeside = async (
  ...asked: Parameters<typeof readPeopleBeside>
): Promise<ReadonlyMap<string, string>> => namesToday(await readPeopleBeside(...asked));

/** A11: what some people are called today, by subject. */
export const readNames = (
  table: Table,
  organisation: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  readNamesBeside(table, organisation, subjects, { asked: [], found: () => undefined });

const personItem = (organisation: string, person: StoredPerson): Item => ({
  ...itemKey(personKey(organisation, person.subject)),
  ...inShape(recordShape),
  body: jsonBody(person),
});

/**
 * A person whom nobody knew until a record named them; where somebody added them meanwhile, the transaction fails and the
 * change is decided again.
 */
export const addPerson = (
  table: Table,
  organisation: string,
  { subject, name }: Person,
  recorded: { readonly from: Instant; readonly by: string },
): Intent<'person'> => ({
  name: 'person',
  item: putNew(table, personItem(organisation, { subject, names: [{ ...recorded, name }] })),
});

/** What people were called and from when, written into the register of another organisation where it has nobody under that id. */
export const copyNames = async (table: Table, from: string, to: string, subjects: readonly string[]): Promise<void> => {
  for (const [subject, { names, erased }] of await readPeople(table, from, subjects))
    if (erased === undefined)
      await putItemUnless(table, personItem(to, { subject, names: names.map(({ post: _, ...name }) => name) }), 'pk');
};
