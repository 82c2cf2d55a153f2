import { RecordKind } from '#schemas/history.ts';
import type { Table } from '../table/client.ts';
import { queryAll, sortKeyOf } from '../table/items.ts';
import { allRecordsOf, type ChainRef } from '../table/keys.ts';
import { recordFromItem, type StoredRecord } from './records.ts';

/** A39: every record of a chain as it is today: of a review with its registers, or of the programme itself. */
export const readRecordsOfChain = async (table: Table, chainRef: ChainRef): Promise<readonly StoredRecord[]> => {
  const range = allRecordsOf(chainRef);
  return (await queryAll(table, range)).map((item) => {
    const [kind = '', id = ''] = sortKeyOf(item).slice(range.begins.length).split('#');
    return recordFromItem(RecordKind.parse(kind), id, item);
  });
};
