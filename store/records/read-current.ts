import type { Table } from '../table/client.ts';
import { type Item, readByKey } from '../table/items.ts';
import { type ChainRef, type Key, programmeKey, recordKey, reviewHeadKey } from '../table/keys.ts';
import type { RecordRef } from './load-for-change.ts';
import { nameKeys } from './people.ts';
import { recordFromItem, type StoredRecord } from './records.ts';

/** A record as it is today, and what it is shown with. */
export interface CurrentRecord {
  readonly programme: StoredRecord | undefined;
  /** Whether the review that the place names is there; true where it names none. */
  readonly reviewIsThere: boolean;
  readonly storedRecord: StoredRecord | undefined;
  /** Whatever was read, names at `nameKeys` among it. */
  readonly found: (key: Key) => Item | undefined;
}

/** A02, A11, A12: a record, its programme's settings, whether its review is there, and the names of some people, in one call. */
export const readCurrent = async (
  table: Table,
  chainRef: ChainRef,
  { kind, id }: RecordRef,
  people: readonly string[],
): Promise<CurrentRecord> => {
  // A review is there where its record is; what belongs to a review need not be.
  const head = chainRef.review === null || kind === 'review' ? undefined : reviewHeadKey(chainRef, chainRef.review);
  const key = recordKey(chainRef, kind, id);
  const found = await readByKey(table, [
    programmeKey(chainRef),
    key,
    ...(head === undefined ? [] : [head]),
    ...nameKeys(chainRef.organisation, people),
  ]);
  const [settings, item] = [found(programmeKey(chainRef)), found(key)];
  return {
    programme: settings === undefined ? undefined : recordFromItem('programme', chainRef.programme, settings),
    reviewIsThere: kind === 'review' ? item !== undefined : head === undefined || found(head) !== undefined,
    storedRecord: item === undefined ? undefined : recordFromItem(kind, id, item),
    found,
  };
};
