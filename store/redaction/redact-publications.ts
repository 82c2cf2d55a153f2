import { redactedState } from '#domain/redaction/redacted-state.ts';
import { readRecord, readRegister, recordItem } from '../records/records.ts';
import type { Table } from '../table/client.ts';
import type { ProgrammeRef } from '../table/keys.ts';
import { commit, putIfStill } from '../table/transaction.ts';
import { type Redact, redactLine } from './redact-line.ts';
import { RedactedElsewhere } from './redacted-by.ts';

/**
 * A03: takes words out of the reasons for which months were published again. The event that seals a report says the reason as the
 * report does; no event follows it, for each of a publication publishes a report.
 */
export const redactPublications = async (
  table: Table,
  programmeRef: ProgrammeRef,
  redaction: { readonly id: string; readonly redact: Redact },
): Promise<void> => {
  const chainRef = { ...programmeRef, review: null };
  for (const { kind, id } of await readRegister(table, chainRef, 'publication')) {
    await redactLine(table, chainRef, { kind, id }, redaction);
    const current = await readRecord(table, chainRef, kind, id);
    if (current === undefined) continue;
    const state = redactedState(kind, current.state, redaction.redact);
    if (JSON.stringify(state) === JSON.stringify(current.state)) continue;
    const item = putIfStill(table, recordItem(chainRef, { ...current, state }), 'version', current.version);
    if ((await commit(table, [{ name: 'item', item }])).kind === 'failed') throw new RedactedElsewhere();
  }
};
