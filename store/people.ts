import type { Person } from '#schemas/people.ts';
import type { Table } from './client.ts';
import { type Item, itemKey, readItems, sortKeyOf, text, textOf } from './items.ts';
import { personKey } from './keys.ts';
import { type Intent, putOver } from './transaction.ts';

/*
 * History names people by subject. A person's name lives in one record that can be erased, and is put in when shown.
 */

/** A11: the names of some people, by subject. */
export const readNames = async (
  table: Table,
  organisation: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  subjects.length === 0
    ? new Map()
    : namesAmong(
        await readItems(
          table,
          [...new Set(subjects)].map((subject) => personKey(organisation, subject)),
        ),
      );

const namesAmong = (items: readonly Item[]): ReadonlyMap<string, string> =>
  new Map(items.map((item) => [sortKeyOf(item), textOf(item, 'personName')]));

export const keepName = (table: Table, organisation: string, person: Person): Intent<'person'> => ({
  name: 'person',
  item: putOver(table, { ...itemKey(personKey(organisation, person.subject)), personName: text(person.name) }),
});
