import type { Table } from '../table/client.ts';
import { readByKey } from '../table/items.ts';
import { type ChainRef, programmeKey, recordKey, reviewHeadKey } from '../table/keys.ts';
import type { RecordRef } from './load-for-change.ts';
import { recordFromItem, type StoredRecord } from './records.ts';

/** A current record, and what it is shown with. */
export interface CurrentRecord {
  readonly programme: StoredRecord | undefined;
  /** Whether the chain's review is there; true of the programme's own chain. */
  readonly reviewIsThere: boolean;
  readonly storedRecord: StoredRecord | undefined;
}

/** A02, A12: a record, its programme's settings, and whether its review is there, in one call. */
export const readCurrent = async (
  table: Table,
  chainRef: ChainRef,
  { kind, id }: RecordRef,
): Promise<CurrentRecord> => {
  // A review is there where its record is; what belongs to a review need not be.
  const head = chainRef.review === null || kind === 'review' ? undefined : reviewHeadKey(chainRef, chainRef.review);
  const key = recordKey(chainRef, kind, id);
  const found = await readByKey(table, [programmeKey(chainRef), key, ...(head === undefined ? [] : [head])]);
  const [settings, item] = [found(programmeKey(chainRef)), found(key)];
  return {
    programme: settings === undefined ? undefined : recordFromItem('programme', chainRef.programme, settings),
    reviewIsThere: kind === 'review' ? item !== undefined : head === undefined || found(head) !== undefined,
    storedRecord: item === undefined ? undefined : recordFromItem(kind, id, item),
  };
};
