import type { Sum } from '#domain/registers/define-rules.ts';
import { HistoryEvent } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { canonicalJson } from '../digests/digest.ts';
import { type ChangedPosition, changedPosition } from '../positions/changed-position.ts';
import { monthEndItem, partItem } from '../positions/parts.ts';
import { headItem } from '../positions/review-head.ts';
import { readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, number, text } from '../table/items.ts';
import { type ChainRef, headKey, recordKey } from '../table/keys.ts';
import { partTooLarge, type TooLarge, transactionTooLarge } from '../table/limits.ts';
import { checkStill, commit, type Intent, putIfStill, putNew, putOver } from '../table/transaction.ts';
import type { Changed, Changes } from './applied-change.ts';
import { putSettings } from './first-review.ts';
import { asRecordAt, type LoadedChain, type RecordRead, registersBehind, withChange } from './load-for-change.ts';
import { changeIsReadable, headIsReadable, partIsReadable } from './readable.ts';
import { eventItem, recordItem } from './records.ts';
import { settingsMoved, settingsStill, wordsTaken } from './settings-guard.ts';

type IntentName = 'record' | 'event' | 'head' | 'part' | 'checked' | 'person' | 'idempotency' | 'item';

/** A sum that a change would take past what is added up. */
export interface SumPassed extends Sum {
  readonly kind: 'sum-passed';
}

export type Saved =
  | { readonly kind: 'saved' }
  /** Somebody else appended to the chain first: load and decide again. */
  | { readonly kind: 'head-moved' }
  | { readonly kind: 'stale' }
  /** More than the store takes: nothing was written. */
  | TooLarge
  /** A sum of the review would be larger than is added up: nothing was written. */
  | SumPassed
  /** The same Idempotency-Key was committed meanwhile. */
  | { readonly kind: 'answered-before'; readonly winner: Item };

/** The type of the event by which words of its record were taken out for good. */
export const wordsRedacted = 'redacted';

const programmeHeadItem = (chainRef: ChainRef, event: HistoryEvent): Item => ({
  ...itemKey(headKey(chainRef)),
  headSequence: number(event.sequence),
  headDigest: text(event.digest),
  headRecordedAt: text(event.recordedAt),
});

/** What a change makes of the review's position. */
const positionAfterOne = (loaded: LoadedChain, { storedRecord, event }: Changed): ChangedPosition => {
  const { position, programme } = loaded;
  if (programme === undefined) throw new Error('a review is of a programme');
  const exemptBefore = loaded.record(storedRecord)?.state.record.exempt ?? null;
  const records = [
    ...registersBehind(storedRecord.kind).flatMap((kind) => loaded.register(kind)),
    ...(storedRecord.kind === 'review' ? [storedRecord] : []),
  ]
    .filter((one) => one.kind !== storedRecord.kind || one.id !== storedRecord.id)
    .concat(storedRecord)
    .map(asRecordAt);
  return changedPosition(position, {
    sequence: event.sequence,
    digest: event.digest,
    effectiveAt: event.effectiveAt,
    recordedAt: event.recordedAt,
    reviewVersion: storedRecord.kind === 'review' ? storedRecord.version : (position?.head.reviewVersion ?? 0),
    kind: storedRecord.kind,
    id: storedRecord.id,
    records,
    settings: {
      version: programme.version,
      programme: loaded.settings ?? Programme.parse(programme.state.record),
    },
    exemptionMoved: canonicalJson(exemptBefore) !== canonicalJson(storedRecord.state.record.exempt ?? null),
    strikesOut: event.after.struckOut !== null,
    takesWordsOut: event.type === wordsRedacted,
  });
};

/** What changes that follow each other make of it; of a sum that one of them passes, that one's. */
const positionAfter = (loaded: LoadedChain, [first, ...others]: Changes): ChangedPosition => {
  let before = loaded;
  let last = first;
  let position = positionAfterOne(loaded, first);
  for (const changed of others) {
    const { head, parts, monthEnds, sumPassed, wordsTaken: words } = position;
    const stored = { head, parts: new Map([...(before.position?.parts ?? []), ...parts]) };
    before = { ...withChange(before, last.storedRecord, last.event), position: stored };
    const next = positionAfterOne(before, changed);
    position = {
      ...next,
      parts: new Map([...parts, ...next.parts]),
      monthEnds: new Map([...monthEnds, ...next.monthEnds]),
      sumPassed: sumPassed ?? next.sumPassed,
      wordsTaken: [...words, ...next.wordsTaken],
    };
    last = changed;
  }
  return position;
};

/** What a change writes of the review's position. @throws UnreadableItem where that could not be read again */
const positionIntents = (
  table: Table,
  { chainRef, head: headBefore }: LoadedChain,
  review: string,
  { head, parts, monthEnds }: ChangedPosition,
): readonly Intent<IntentName>[] => {
  const newHead = headItem(chainRef, review, head);
  headIsReadable(newHead, head);
  const newParts = [...parts].map(([section, part]) => {
    const item = partItem(chainRef, review, section, part);
    partIsReadable(section, item, part);
    return item;
  });
  return [
    { name: 'head', item: putIfStill(table, newHead, 'headSequence', headBefore?.sequence ?? null) },
    ...newParts.map((item) => ({ name: 'part' as const, item: putOver(table, item) })),
    ...[...monthEnds].map(([section, monthEnd]) => ({
      name: 'item' as const,
      item: putOver(table, monthEndItem(chainRef, review, section, monthEnd)),
    })),
  ];
};

/**
 * Whether the event is stored already; its secret is in no other. The SDK sends a transaction again when its answer was
 * lost, as we do after a conflict with others, and a store that has forgotten the first one refuses it: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 * (ClientRequestToken) is good for ten minutes there, and for the life of the process in the embedded engine.
 */
const isRecorded = (event: HistoryEvent, found: Item | undefined): boolean =>
  found !== undefined && canonicalJson(readBody(found, HistoryEvent).salts) === canonicalJson(event.salts);

/** That a review's change is decided on the settings that are still in force, and the words of theirs that it takes. */
const settingsIntents = (
  table: Table,
  { chainRef, programme }: LoadedChain,
  review: string,
  { event }: Changed,
  { wordsTaken: words }: ChangedPosition,
): readonly Intent<IntentName>[] => {
  if (programme === undefined) throw new Error('a review is of a programme');
  return [
    settingsStill(table, chainRef, review, programme.version),
    ...wordsTaken(table, chainRef, words, event.digest),
  ];
};

/** The head of the programme's own chain, and that its settings moved where they did. */
const programmeIntents = (
  table: Table,
  { chainRef, head }: LoadedChain,
  { event, storedRecord }: Changed,
): readonly Intent<IntentName>[] => [
  {
    name: 'head',
    item: putIfStill(table, programmeHeadItem(chainRef, event), 'headSequence', head?.sequence ?? null),
  },
  ...(storedRecord.kind === 'programme' ? settingsMoved(table, chainRef, storedRecord.version) : []),
];

/** The record and its event. @throws UnreadableItem where they could not be read again */
const recordIntents = (
  table: Table,
  loaded: LoadedChain,
  { storedRecord, event }: Changed,
  answered: string | undefined,
): readonly Intent<IntentName>[] => {
  const { chainRef } = loaded;
  const before = loaded.record(storedRecord) ?? (storedRecord.kind === 'programme' ? loaded.programme : undefined);
  const record = recordItem(chainRef, storedRecord);
  const newEvent = eventItem(chainRef, event, answered);
  changeIsReadable({ event, storedRecord }, { event: newEvent, record });
  return [
    {
      name: 'record',
      item:
        storedRecord.kind === 'programme' && before !== undefined
          ? putSettings(table, chainRef, storedRecord, { version: before.version, opened: loaded.opened })
          : putIfStill(table, record, 'version', before?.version ?? null),
    },
    { name: 'event', item: putNew(table, newEvent) },
  ];
};

/**
 * Writes changes of one chain in one transaction: each record on its version, its event, the chain's head, the review's position,
 * the idempotency record, and whatever else belongs to it.
 */
export const saveChanges = async (
  table: Table,
  loaded: LoadedChain,
  changes: Changes,
  extra: {
    intents: readonly Intent<IntentName>[];
    checked: readonly RecordRead[];
    /** The scope under which the answer is kept. */
    answered?: string | undefined;
  },
): Promise<Saved> => {
  const { chainRef } = loaded;
  const last = changes.at(-1) ?? changes[0];
  const position = chainRef.review === null ? undefined : positionAfter(loaded, changes);
  if (position !== undefined && position.sumPassed !== null) return { kind: 'sum-passed', ...position.sumPassed };
  const intents: Intent<IntentName>[] = [
    ...changes.flatMap((changed) => recordIntents(table, loaded, changed, extra.answered)),
    ...(chainRef.review === null || position === undefined
      ? programmeIntents(table, loaded, last)
      : [
          ...positionIntents(table, loaded, chainRef.review, position),
          ...settingsIntents(table, loaded, chainRef.review, last, position),
        ]),
    ...extra.checked.map((one) => ({
      name: 'checked' as const,
      item: checkStill(
        table,
        itemKey(recordKey(one.chainRef, one.recordRef.kind, one.recordRef.id)),
        'version',
        one.version,
      ),
    })),
    ...extra.intents,
  ];
  const large =
    intents.map(({ name, item }) => (name === 'part' ? partTooLarge(item.Put?.Item) : undefined)).find(Boolean) ??
    transactionTooLarge(intents);
  if (large !== undefined) return large;
  const outcome = await commit(table, intents);
  if (outcome.kind === 'committed') return { kind: 'saved' };
  if (changes.some(({ event }) => isRecorded(event, outcome.failed.get('event')))) return { kind: 'saved' };
  const winner = outcome.failed.get('idempotency');
  if (winner !== undefined) return { kind: 'answered-before', winner };
  return outcome.failed.has('record') ? { kind: 'stale' } : { kind: 'head-moved' };
};

/** The same of one change. */
export const saveChange = (
  table: Table,
  loaded: LoadedChain,
  changed: Changed,
  extra: Parameters<typeof saveChanges>[3],
): Promise<Saved> => saveChanges(table, loaded, [changed], extra);
