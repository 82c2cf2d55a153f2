import type { RecordRef } from '#store/records/load-for-change.ts';
import {
  readRecord,
  readRecordAsAt,
  readRecordsAsAt,
  readRegister,
  type StoredRecord,
  withExemptionOfToday,
} from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import type { AsOf } from './as-of.ts';

/** A record as of two times; without them, as it is today. */
export const readAsOf = async (
  { table }: ReadsTable,
  chainRef: ChainRef,
  { kind, id }: RecordRef,
  asOf: AsOf | undefined,
): Promise<StoredRecord | undefined> => {
  if (asOf === undefined) return readRecord(table, chainRef, kind, id);
  const then = await readRecordAsAt(table, chainRef, kind, id, asOf.asAt, asOf.knowledge);
  return then !== undefined && asOf.forPublic ? withExemptionOfToday(table, chainRef, then) : then;
};

/** A register as of two times; without them, as it is today. */
export const readRegisterAsOf = async (
  { table }: ReadsTable,
  chainRef: ChainRef,
  kind: RecordRef['kind'],
  asOf: AsOf | undefined,
): Promise<readonly StoredRecord[]> =>
  asOf === undefined
    ? readRegister(table, chainRef, kind)
    : readRecordsAsAt(table, chainRef, kind, asOf.asAt, asOf.knowledge);
