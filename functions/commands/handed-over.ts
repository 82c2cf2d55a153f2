import { type Decided, done, refused } from '#domain/decided.ts';
import { handedOverRefusal, transferOf } from '#domain/transfer.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import { readRecord, type StoredRecord } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { readTransfer } from '#store/transfers/transfers.ts';
import type { ReadsTable } from '../http/call.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { settingsOf } from '../views/loaded-records.ts';
import type { Act } from './act.ts';

/**
 * Why nothing is recorded of a programme that was handed over; null: it was not. Words are taken out of what the giving organisation keeps as well,
 * once all of it was copied: before that they might be copied all the same.
 */
export const refusalOfHandedOver = async (
  deps: ReadsTable,
  { chainRef, recordRef, evenIfHandedOver }: Pick<Act, 'chainRef' | 'recordRef' | 'evenIfHandedOver'>,
  programme: StoredRecord | undefined,
): Promise<Refusal | null> => {
  if (programme === undefined || evenIfHandedOver === true) return null;
  const { organisation } = chainRef;
  const refusal = handedOverRefusal(programme.state, organisation);
  const transfer = refusal === null || recordRef.kind !== 'redaction' ? undefined : transferOf(programme.state);
  if (transfer === undefined) return refusal;
  return (await readTransfer(deps.table, organisation, transfer.id))?.state === 'received' ? null : refusal;
};

/** The settings of a programme of which something is asked that is no change of a record, where it is there and was not handed over. */
export const settingsToAsk = async (
  deps: ReadsTable,
  { organisation, programme }: ProgrammeRef,
): Promise<Decided<Programme>> => {
  const chainRef = { organisation, programme, review: null };
  const stored = await readRecord(deps.table, chainRef, 'programme', programme);
  if (stored === undefined) return refused(unknownProgramme(chainRef));
  const refusal = handedOverRefusal(stored.state, organisation);
  return refusal === null ? done(settingsOf(stored)) : refused(refusal);
};
