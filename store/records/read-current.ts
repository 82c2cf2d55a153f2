import type { Table } from '../table/client.ts';
import { type Item, readByKey } from '../table/items.ts';
import { cardKey, type Key, type Place, programmeKey, thingKey } from '../table/keys.ts';
import type { ThingName } from './load-for-change.ts';
import { nameKeys } from './people.ts';
import { type StoredThing, thingFrom } from './records.ts';

/** A thing as it stands today, and what it is shown with. */
export interface Today {
  readonly programme: StoredThing | undefined;
  /** Whether the review that the place names is there; true where it names none. */
  readonly reviewIsThere: boolean;
  readonly thing: StoredThing | undefined;
  /** Whatever was read, names at `nameKeys` among it. */
  readonly found: (key: Key) => Item | undefined;
}

/** A02, A11, A12: a thing, its programme's settings, whether its review is there, and the names of some people, in one call. */
export const readToday = async (
  table: Table,
  place: Place,
  { kind, id }: ThingName,
  people: readonly string[],
): Promise<Today> => {
  // A review is there where its record is; what belongs to a review need not be.
  const card = place.review === null || kind === 'review' ? undefined : cardKey(place, place.review);
  const key = thingKey(place, kind, id);
  const found = await readByKey(table, [
    programmeKey(place),
    key,
    ...(card === undefined ? [] : [card]),
    ...nameKeys(place.organisation, people),
  ]);
  const [settings, item] = [found(programmeKey(place)), found(key)];
  return {
    programme: settings === undefined ? undefined : thingFrom('programme', place.programme, settings),
    reviewIsThere: kind === 'review' ? item !== undefined : card === undefined || found(card) !== undefined,
    thing: item === undefined ? undefined : thingFrom(kind, id, item),
    found,
  };
};
