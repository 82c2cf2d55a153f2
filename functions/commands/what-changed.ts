import { dateInWords, listed } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { RecordRef } from '#store/records/load-for-change.ts';
import { nameThen, readPeople } from '#store/records/people.ts';
import { readLine } from '#store/records/records.ts';
import type { Table } from '#store/table/client.ts';
import type { ChainRef } from '#store/table/keys.ts';

/** A refusal names so many changes at most, the latest ones. */
const mostChanges = 10;

/**
 * The refusal of a version that moved, with who changed what since that version and when (docs/meaning.md WRITE-26), the latest first. Any other
 * refusal is as it was, and nothing is read for it.
 */
export const withWhatChanged = async (
  table: Table,
  chainRef: ChainRef,
  { kind, id }: RecordRef,
  refusal: Refusal,
): Promise<Refusal> => {
  const { yours, version } = refusal.facts ?? {};
  if (refusal.code !== 'version.stale' || typeof yours !== 'number' || typeof version !== 'number') return refusal;
  const line = await readLine(table, chainRef, kind, id);
  const since = line.filter((event) => event.version > yours).toSorted((a, b) => b.version - a.version);
  const shown = since.slice(0, mostChanges);
  const people = await readPeople(table, chainRef.organisation, [...new Set(shown.map(({ by }) => by))]);
  const changes = shown.map(({ version: made, type, by, recordedAt, effectiveAt, changed }) => ({
    ...{ version: made, type, by, byName: nameThen(people.get(by), recordedAt) ?? by, at: recordedAt, effectiveAt },
    fields: [...changed],
  }));
  const [last] = changes;
  if (last === undefined) return refusal;
  const fields = [...new Set(changes.flatMap((one) => one.fields))].sort();
  const what = last.fields.length === 0 ? 'it' : listed(last.fields);
  return {
    ...refusal,
    detail: `${refusal.detail} Last, ${last.byName} changed ${what} on ${dateInWords(dayOf(last.at))}.`,
    facts: { ...refusal.facts, fields, changes },
  };
};
