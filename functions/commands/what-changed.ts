import * as z from 'zod';
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

/** The latest changes since a version, with who made each, and all the fields that they are of; undefined where there is none. */
const changesSince = async (table: Table, chainRef: ChainRef, { kind, id }: RecordRef, version: number) => {
  const line = await readLine(table, chainRef, kind, id);
  const since = line.filter((event) => event.version > version).toSorted((a, b) => b.version - a.version);
  const shown = since.slice(0, mostChanges);
  const people = await readPeople(table, chainRef.organisation, [...new Set(shown.map(({ by }) => by))]);
  const changes = shown.map(({ version: made, type, by, recordedAt, effectiveAt, changed }) => ({
    ...{ version: made, type, by, byName: nameThen(people.get(by), recordedAt) ?? by, at: recordedAt, effectiveAt },
    fields: [...changed],
  }));
  const [last] = changes;
  if (last === undefined) return undefined;
  const what = last.fields.length === 0 ? 'it' : listed(last.fields);
  return {
    fields: [...new Set(changes.flatMap((one) => one.fields))].sort(),
    changes,
    sentence: `Last, ${last.byName} changed ${what} on ${dateInWords(dayOf(last.at))}.`,
  };
};

/** Entries of a list that were changed since they were read. */
const StaleEntries = z.array(z.object({ id: z.string(), yours: z.int(), version: z.int() }));

const withWhatChangedOfEach = async (
  table: Table,
  chainRef: ChainRef,
  kind: RecordRef['kind'],
  refusal: Refusal,
  stale: z.infer<typeof StaleEntries>,
): Promise<Refusal> => {
  const each = await Promise.all(
    stale.map(async (one) => ({ one, since: await changesSince(table, chainRef, { kind, id: one.id }, one.yours) })),
  );
  const sentences = each.flatMap(({ one, since }) => (since === undefined ? [] : [`${one.id}: ${since.sentence}`]));
  return {
    ...refusal,
    detail: [refusal.detail, ...sentences.slice(0, 3)].join(' '),
    facts: {
      ...refusal.facts,
      stale: each.map(({ one, since }) => ({
        ...one,
        ...(since === undefined ? {} : { fields: since.fields, changes: since.changes }),
      })),
    },
  };
};

/**
 * The refusal of a version that moved, with who changed what since that version and when (docs/meaning.md WRITE-26), the latest first; of
 * a list of changes, of each of its entries that moved. Any other refusal is as it was, and nothing is read for it.
 */
export const withWhatChanged = async (
  table: Table,
  chainRef: ChainRef,
  recordRef: RecordRef,
  refusal: Refusal,
): Promise<Refusal> => {
  if (refusal.code !== 'version.stale') return refusal;
  const { yours, version } = refusal.facts ?? {};
  const stale = StaleEntries.safeParse(refusal.facts?.stale);
  if (stale.success) return withWhatChangedOfEach(table, chainRef, recordRef.kind, refusal, stale.data);
  if (typeof yours !== 'number' || typeof version !== 'number') return refusal;
  const since = await changesSince(table, chainRef, recordRef, yours);
  if (since === undefined) return refusal;
  const { fields, changes, sentence } = since;
  return { ...refusal, detail: `${refusal.detail} ${sentence}`, facts: { ...refusal.facts, fields, changes } };
};
