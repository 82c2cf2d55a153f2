import type { Person } from '#schemas/people.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, readItems, sortKeyOf, text, textOf } from '../table/items.ts';
import { type Key, personKey } from '../table/keys.ts';
import { type Intent, putOver } from '../table/transaction.ts';

/*
 * History names people by subject. A person's name lives in one record that can be erased, and is put in when shown.
 */

/** Where people's names stand. */
export const nameKeys = (organisation: string, subjects: readonly string[]): readonly Key[] =>
  [...new Set(subjects)].map((subject) => personKey(organisation, subject));

/** A11: the names of some people, by subject. */
export const readNames = async (
  table: Table,
  organisation: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  subjects.length === 0
    ? new Map()
    : new Map(
        (await readItems(table, nameKeys(organisation, subjects))).map((item) => [
          sortKeyOf(item),
          textOf(item, 'personName'),
        ]),
      );

/** Names that were read beside something else: of whom, and what was found at their `nameKeys`. */
export interface NamesBeside {
  readonly asked: readonly string[];
  readonly found: (key: Key) => Item | undefined;
}

/** The names of some people, where those of some of them were read beside something else; the others are read now. */
export const readNamesBeside = async (
  table: Table,
  organisation: string,
  subjects: readonly string[],
  alsoRead: NamesBeside,
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map(
    await readNames(
      table,
      organisation,
      subjects.filter((subject) => !alsoRead.asked.includes(subject)),
    ),
  );
  for (const subject of subjects) {
    const item = alsoRead.asked.includes(subject) ? alsoRead.found(personKey(organisation, subject)) : undefined;
    if (item !== undefined) names.set(subject, textOf(item, 'personName'));
  }
  return names;
};

export const keepName = (table: Table, organisation: string, person: Person): Intent<'person'> => ({
  name: 'person',
  item: putOver(table, { ...itemKey(personKey(organisation, person.subject)), personName: text(person.name) }),
});
