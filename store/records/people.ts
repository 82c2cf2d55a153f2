import * as z from 'zod';
import { Instant } from '#language/time.ts';
import type { Person } from '#schemas/people.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, readByKey } from '../table/items.ts';
import { type Key, personKey } from '../table/keys.ts';
import { inShape, recordShape } from '../table/shape.ts';
import { type Intent, putNew } from '../table/transaction.ts';

/*
 * History names people by subject. What a person was called, and from when, lives in one item outside every chain, which
 * can be erased, and is put in when shown.
 */

const StoredPerson = z.object({
  subject: z.string(),
  /** Oldest first; the last holds today. */
  names: z
    .array(z.object({ from: Instant, name: z.string(), post: z.string().optional(), by: z.string().optional() }))
    .min(1),
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
  return people;
};

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
  item: putNew(table, {
    ...itemKey(personKey(organisation, subject)),
    ...inShape(recordShape),
    body: jsonBody({ subject, names: [{ ...recorded, name }] } satisfies StoredPerson),
  }),
});
