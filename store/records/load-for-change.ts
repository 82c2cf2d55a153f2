import { byId } from '#domain/in-id-order.ts';
import { kindsBehind, type RecordAt, sectionsTouchedBy } from '#domain/position/sections.ts';
import type { RecordKind } from '#schemas/history.ts';
import type { SectionName } from '#schemas/position.ts';
import { type Programme, settingsFrom } from '#schemas/programme.ts';
import { readWithPosition, type StoredPosition } from '../positions/stored-position.ts';
import type { Table } from '../table/client.ts';
import { type Item, numberOf, readByKey, textOf } from '../table/items.ts';
import { type ChainRef, headKey, type Key, programmeKey, recordKey } from '../table/keys.ts';
import { isOpened } from './first-review.ts';
import { readRegister, recordFromItem, type StoredRecord } from './records.ts';

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

/** A record of another chain that a decision was made on: it must still be of that version when the change is committed. */
export interface RecordRead {
  readonly chainRef: ChainRef;
  readonly recordRef: RecordRef;
  readonly version: number;
}

export interface ChainHead {
  readonly sequence: number;
  readonly digest: string;
  /** When it was recorded. */
  readonly recordedAt: string;
}

/** What a decision about one chain needs: its head, the records asked for, and the registers they belong to. */
export interface LoadedChain {
  readonly chainRef: ChainRef;
  /** Null before the first event. */
  readonly head: ChainHead | null;
  /** The review's head, and of its position what the change touches or was asked for; undefined where there is no review. */
  readonly position: StoredPosition | undefined;
  readonly programme: StoredRecord | undefined;
  readonly settings: Programme | undefined;
  /** Whether a review of the programme was opened before. */
  readonly opened: boolean;
  /** A record that was asked for, as it is now; undefined: it is not there. */
  record(name: RecordRef): StoredRecord | undefined;
  /** A register that was asked for, in order of id. */
  register(kind: RecordKind): readonly StoredRecord[];
  /** What was read with the head. */
  alsoRead(key: Key): Item | undefined;
}

const nameOf = (name: RecordRef): string => `${name.kind}#${name.id}`;

/** The registers that the position's sections touched by a kind are made from. */
export const registersBehind = (kind: RecordKind): readonly RecordKind[] => [
  ...new Set(sectionsTouchedBy(kind).flatMap((section) => kindsBehind(section))),
];

/** What a decision about a chain wants to know. */
export interface Wanted {
  /** The record that is changed: the change is written on the very version that was read, so that it may be read with the head. */
  readonly changed?: RecordRef;
  readonly records: readonly RecordRef[];
  readonly registers: readonly RecordKind[];
  /** The parts of the position that the decision looks at besides those that the change touches. */
  readonly sections?: readonly SectionName[];
  /** What else is read with the head, whatever it is. */
  readonly alsoRead?: readonly Key[];
}

/** A review has one record; its register is read by its key. */
const isRegister = (kind: RecordKind): boolean => kind !== 'review';

const headOf = (position: StoredPosition | undefined, item: Item | undefined): ChainHead | null => {
  if (position !== undefined) return position.head;
  return item === undefined
    ? null
    : {
        sequence: numberOf(item, 'headSequence'),
        digest: textOf(item, 'headDigest'),
        recordedAt: textOf(item, 'headRecordedAt'),
      };
};

/** The chain's head with what else is read in the same round; of a review, the sections of its position too. */
const readHead = async (
  table: Table,
  chainRef: ChainRef,
  sections: readonly SectionName[],
  alsoRead: readonly Key[],
): ReturnType<typeof readWithPosition> =>
  chainRef.review === null
    ? { position: undefined, found: await readByKey(table, [headKey(chainRef), ...alsoRead]) }
    : readWithPosition(table, chainRef, chainRef.review, sections, alsoRead);

/** Records by their names: those read by key that exist, and those of the registers. */
const recordsByName = (
  byKey: readonly RecordRef[],
  itemOf: (one: RecordRef) => Item | undefined,
  ofRegisters: readonly StoredRecord[],
): ReadonlyMap<string, StoredRecord> => {
  const records = new Map<string, StoredRecord>();
  for (const one of byKey) {
    const item = itemOf(one);
    if (item !== undefined) records.set(nameOf(one), recordFromItem(one.kind, one.id, item));
  }
  for (const storedRecord of ofRegisters) records.set(nameOf(storedRecord), storedRecord);
  return records;
};

/**
 * A01: loads a chain for a change: its head, and only then the records named
 * and whole registers. So nothing of the chain is older than the head; what is recorded meanwhile moves the head, on which the
 * commit conditions. In one round a head could be newer than the register that a part of its position is made of. With the head are
 * read: the record that is changed, on whose version the commit conditions too; the review's record, which is read again
 * where the head names another version of it; and what is of another chain than the head, as the settings are to a review.
 */
export const loadForChange = async (table: Table, chainRef: ChainRef, wanted: Wanted): Promise<LoadedChain> => {
  const { review } = chainRef;
  const { changed, alsoRead = [] } = wanted;
  const registers = wanted.registers.filter(isRegister);
  const inRegister = (one: RecordRef): boolean => registers.includes(one.kind);
  const keyOf = (one: RecordRef): Key => recordKey(chainRef, one.kind, one.id);
  const wantsRecord = wanted.registers.includes('review') || wanted.records.some((one) => one.kind === 'review');
  const record: readonly RecordRef[] = review !== null && wantsRecord ? [{ kind: 'review', id: review }] : [];
  const early = changed === undefined || inRegister(changed) ? [] : [changed];
  const touched = changed === undefined ? [] : sectionsTouchedBy(changed.kind);
  const sections = [...new Set([...touched, ...(wanted.sections ?? [])])];
  const settingsFirst = review !== null || changed?.kind === 'programme';
  const firstKeys = [
    ...[...early, ...record].map(keyOf),
    ...(settingsFirst ? [programmeKey(chainRef)] : []),
    ...alsoRead,
  ];
  const first = await readHead(table, chainRef, sections, firstKeys);

  const isOfHead = (one: RecordRef): boolean => {
    const item = one.kind === 'review' ? first.found(keyOf(one)) : undefined;
    return item !== undefined && numberOf(item, 'version') === first.position?.head.reviewVersion;
  };
  const known = [...early, ...record.filter(isOfHead)];
  const late = [...wanted.records, ...record].filter(
    (one) => one.kind !== 'programme' && !inRegister(one) && !known.some((other) => nameOf(other) === nameOf(one)),
  );
  const [found, ...read] = await Promise.all([
    readByKey(table, [...(settingsFirst ? [] : [programmeKey(chainRef)]), ...late.map(keyOf)]),
    ...registers.map(async (kind) => [kind, await readRegister(table, chainRef, kind)] as const),
  ]);
  const at = (key: Key): Item | undefined => found(key) ?? first.found(key);

  const records = recordsByName(
    [...known, ...late],
    (one) => at(keyOf(one)),
    read.flatMap(([, register]) => register),
  );
  const byKind = new Map<RecordKind, readonly StoredRecord[]>(read);
  byKind.set(
    'review',
    record.flatMap((one) => records.get(nameOf(one)) ?? []),
  );
  const programmeItem = at(programmeKey(chainRef));
  const programme =
    programmeItem === undefined ? undefined : recordFromItem('programme', chainRef.programme, programmeItem);
  return {
    chainRef,
    position: first.position,
    opened: isOpened(programmeItem),
    programme,
    settings: programme === undefined ? undefined : settingsFrom(programme.state.record),
    head: headOf(first.position, review === null ? first.found(headKey(chainRef)) : undefined),
    record: (name) => records.get(nameOf(name)),
    register: (kind) => byKind.get(kind) ?? [],
    alsoRead: first.found,
  };
};

/**
 * The instant at which something is recorded on a chain: now, or where the clock that recorded the last of it is ahead, that
 * instant. So what was recorded by an instant is always a chain's beginning (ADR 0013).
 */
export const recordingInstant = ({ head }: LoadedChain, now: string): string =>
  head !== null && head.recordedAt > now ? head.recordedAt : now;

/** The chain with a record changed on it, as it is for what follows in the same transaction; its position is not made again. */
export const withChange = (
  loaded: LoadedChain,
  changed: StoredRecord,
  event: { readonly sequence: number; readonly digest: string; readonly recordedAt: string },
): LoadedChain => {
  const isChanged = (one: RecordRef): boolean => one.kind === changed.kind && one.id === changed.id;
  return {
    ...loaded,
    head: { sequence: event.sequence, digest: event.digest, recordedAt: event.recordedAt },
    record: (name) => (isChanged(name) ? changed : loaded.record(name)),
    register: (kind) =>
      kind === changed.kind
        ? [...loaded.register(kind).filter((one) => !isChanged(one)), changed].sort(byId)
        : loaded.register(kind),
  };
};

export const asRecordAt = (storedRecord: StoredRecord): RecordAt => ({
  review: storedRecord.review,
  kind: storedRecord.kind,
  id: storedRecord.id,
  state: storedRecord.state,
  effectiveAt: storedRecord.effectiveAt,
  ...(storedRecord.alsoExempt === undefined ? {} : { alsoExempt: storedRecord.alsoExempt }),
});
