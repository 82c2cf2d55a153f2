import { buildPosition } from '#domain/position/sections.ts';
import { monthOf } from '#language/time.ts';
import { HistoryEvent, type RecordState } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { canonicalJson } from '../digests/digest.ts';
import { linkedEvent, newSalt } from '../digests/event-digest.ts';
import { changedCard, oneMoreTold, recordedLateWith } from '../positions/card-changes.ts';
import { type Card, cardItems } from '../positions/cards.ts';
import { monthEndItem, riskMatrixMark } from '../positions/month-ends.ts';
import type { Table } from '../table/client.ts';
import { positionTooLarge, type TooLarge, transactionTooLarge } from '../table/item-limits.ts';
import { type Item, itemKey, number, text, unpack } from '../table/items.ts';
import { type ChainRef, headKey, recordKey } from '../table/keys.ts';
import { checkStill, commit, type Intent, putIfStill, putNew, putOver } from '../table/transaction.ts';
import { putSettings } from './first-review.ts';
import { asRecordAt, type LoadedChain, type RecordRef, registersBehind } from './load-for-change.ts';
import { eventItem, recordItem, type StoredRecord } from './records.ts';

/** A change that was decided: the new state of one thing, told by whom, true from when. */
export interface Change {
  readonly recordRef: RecordRef;
  readonly type: string;
  readonly state: RecordState;
  readonly by: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly reason?: string | undefined;
  /** A correction: the event it corrects, and the thing as it stands today where that is not this state. */
  readonly correction?: { readonly corrects: number; readonly today: StoredRecord | null };
}

export interface Changed {
  readonly storedRecord: StoredRecord;
  readonly event: HistoryEvent;
}

type IntentName = 'recordRef' | 'event' | 'head' | 'detail' | 'checked' | 'person' | 'idempotency' | 'item';

export type Saved =
  | { readonly kind: 'saved' }
  /** Somebody else appended to the chain first: load and decide again. */
  | { readonly kind: 'head-moved' }
  | { readonly kind: 'stale' }
  /** More than the store takes: nothing was written. */
  | TooLarge
  /** The same Idempotency-Key was committed meanwhile. */
  | { readonly kind: 'answered-before'; readonly winner: Item };

const chainName = (chainRef: ChainRef): string =>
  chainRef.review === null ? chainRef.programme : `${chainRef.programme}/${chainRef.review}`;

const changedFields = (before: RecordState | undefined, after: RecordState): readonly string[] => {
  const fields = (state: RecordState | undefined): ReadonlyMap<string, string> =>
    new Map([
      ...Object.entries(state?.record ?? {}).map(([name, value]) => [name, canonicalJson(value)] as const),
      ...Object.entries(state?.facts ?? {}).map(([name, value]) => [name, canonicalJson(value)] as const),
      ['struckOut', canonicalJson(state?.struckOut ?? null)],
    ]);
  const [was, is] = [fields(before), fields(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name)).sort();
};

/** The items that a review's position stands on. */
const cardNames: ReadonlySet<IntentName> = new Set(['head', 'detail']);

/** The event and the thing after a change; nothing is written yet. */
export const appliedChange = (loaded: LoadedChain, change: Change): Changed => {
  const before =
    loaded.recordRef(change.recordRef) ?? (change.recordRef.kind === 'programme' ? loaded.programme : undefined);
  const version = (before?.version ?? 0) + 1;
  const event = linkedEvent({
    chain: chainName(loaded.chainRef),
    sequence: (loaded.head?.sequence ?? 0) + 1,
    recordRef: { kind: change.recordRef.kind, id: change.recordRef.id },
    version,
    type: change.type,
    effectiveAt: change.effectiveAt,
    recordedAt: change.recordedAt,
    by: change.by,
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    ...(change.correction === undefined ? {} : { corrects: change.correction.corrects }),
    changed: [...changedFields(before?.state, change.state)],
    after: change.state,
    salt: newSalt(),
    previousDigest: loaded.head?.digest ?? '',
  });
  const today = change.correction?.today ?? null;
  return {
    event,
    storedRecord: {
      review: loaded.chainRef.review,
      kind: change.recordRef.kind,
      id: change.recordRef.id,
      version,
      sequence: event.sequence,
      recordedAt: change.recordedAt,
      by: change.by,
      effectiveAt: today === null ? change.effectiveAt : today.effectiveAt,
      state: today === null ? change.state : today.state,
    },
  };
};

const headItem = (chainRef: ChainRef, event: HistoryEvent): Item => ({
  ...itemKey(headKey(chainRef)),
  headSequence: number(event.sequence),
  headDigest: text(event.digest),
  headRecordedAt: text(event.recordedAt),
});

const reviewHead = (
  table: Table,
  loaded: LoadedChain,
  review: string,
  changed: Changed,
): readonly Intent<IntentName>[] => {
  const { storedRecord, event } = changed;
  const settings = loaded.settings ?? Programme.parse(loaded.programme?.state.record);
  const exemptBefore = loaded.recordRef(storedRecord)?.state.record.exempt ?? null;
  const among = [
    ...registersBehind(storedRecord.kind).flatMap((kind) => loaded.register(kind)),
    ...(storedRecord.kind === 'review' ? [storedRecord] : []),
  ]
    .filter((one) => one.kind !== storedRecord.kind || one.id !== storedRecord.id)
    .concat(storedRecord)
    .map(asRecordAt);
  const next =
    loaded.card === undefined
      ? { card: firstCard(changed, settings), monthEnd: undefined }
      : changedCard(loaded.card, {
          sequence: event.sequence,
          digest: event.digest,
          effectiveAt: event.effectiveAt,
          recordedAt: event.recordedAt,
          reviewVersion: storedRecord.kind === 'review' ? storedRecord.version : loaded.card.reviewVersion,
          kind: storedRecord.kind,
          id: storedRecord.id,
          records: among,
          programme: settings,
          exemptionMoved: canonicalJson(exemptBefore) !== canonicalJson(storedRecord.state.record.exempt ?? null),
        });
  const [main, detail] = cardItems(loaded.chainRef, review, next.card);
  if (main === undefined) return [];
  return [
    { name: 'head', item: putIfStill(table, main, 'headSequence', loaded.head?.sequence ?? null) },
    ...(detail === undefined ? [] : [{ name: 'detail', item: putOver(table, detail) } as const]),
    ...(next.monthEnd === undefined
      ? []
      : [{ name: 'item', item: putOver(table, monthEndItem(loaded.chainRef, review, next.monthEnd)) } as const]),
  ];
};

const firstCard = ({ storedRecord, event }: Changed, settings: Programme): Card => ({
  headSequence: event.sequence,
  headDigest: event.digest,
  headRecordedAt: event.recordedAt,
  reviewVersion: storedRecord.version,
  position: buildPosition([asRecordAt(storedRecord)], settings),
  lastEffectiveAt: event.effectiveAt,
  recorded: oneMoreTold([], monthOf(event.effectiveAt)),
  recordedLate: recordedLateWith([], event),
  riskMatrix: riskMatrixMark(settings),
});

/**
 * Whether the event stands there already; its salt is in no other. The SDK sends a transaction again when its answer was
 * lost, as we do after a conflict with others, and a store that has forgotten the first one refuses it: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 * (ClientRequestToken) is good for ten minutes there, and for the life of the process in the embedded engine.
 */
const isRecorded = (event: HistoryEvent, stands: Item | undefined): boolean =>
  stands !== undefined && unpack(stands, HistoryEvent).digest === event.digest;

/**
 * Writes a change in one transaction: the thing on its version, its event, the chain's head (on a review's card),
 * the idempotency record, and whatever else belongs to it.
 */
export const saveChange = async (
  table: Table,
  loaded: LoadedChain,
  changed: Changed,
  extra: {
    intents: readonly Intent<IntentName>[];
    /** Items of another chain that the decision was made on, with the versions read. */
    checked: readonly { chainRef: ChainRef; recordRef: RecordRef; version: number }[];
  },
): Promise<Saved> => {
  const { chainRef } = loaded;
  const before =
    loaded.recordRef(changed.storedRecord) ??
    (changed.storedRecord.kind === 'programme' ? loaded.programme : undefined);
  const intents: Intent<IntentName>[] = [
    {
      name: 'recordRef',
      item:
        changed.storedRecord.kind === 'programme' && before !== undefined
          ? putSettings(table, chainRef, changed.storedRecord, { version: before.version, opened: loaded.opened })
          : putIfStill(table, recordItem(chainRef, changed.storedRecord), 'version', before?.version ?? null),
    },
    { name: 'event', item: putNew(table, eventItem(chainRef, changed.event)) },
    ...(chainRef.review === null
      ? [
          {
            name: 'head' as const,
            item: putIfStill(table, headItem(chainRef, changed.event), 'headSequence', loaded.head?.sequence ?? null),
          },
        ]
      : reviewHead(table, loaded, chainRef.review, changed)),
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
    positionTooLarge(
      intents.flatMap(({ name, item }) => (cardNames.has(name) && item.Put?.Item !== undefined ? [item.Put.Item] : [])),
    ) ?? transactionTooLarge(intents);
  if (large !== undefined) return large;
  const outcome = await commit(table, intents);
  if (outcome.kind === 'committed') return { kind: 'saved' };
  if (isRecorded(changed.event, outcome.failed.get('event'))) return { kind: 'saved' };
  const winner = outcome.failed.get('idempotency');
  if (winner !== undefined) return { kind: 'answered-before', winner };
  return outcome.failed.has('recordRef') ? { kind: 'stale' } : { kind: 'head-moved' };
};
