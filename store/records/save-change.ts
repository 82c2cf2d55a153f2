import { buildPosition } from '#domain/position/sections.ts';
import { monthOf } from '#language/time.ts';
import { HistoryEvent, type ThingState } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { canonicalJson } from '../digests/digest.ts';
import { linkedEvent, newSalt } from '../digests/event-digest.ts';
import { changedCard, oneMoreTold, toldLateWith } from '../positions/card-changes.ts';
import { type Card, cardItems } from '../positions/cards.ts';
import { monthEndItem, riskMatrixMark } from '../positions/month-ends.ts';
import type { Table } from '../table/client.ts';
import { positionTooLarge, type TooLarge, transactionTooLarge } from '../table/item-limits.ts';
import { type Item, itemKey, number, text, unpack } from '../table/items.ts';
import { headKey, type Place, thingKey } from '../table/keys.ts';
import { checkStill, commit, type Intent, putIfStill, putNew, putOver } from '../table/transaction.ts';
import { putSettings } from './first-review.ts';
import { asThingAt, type ChainFile, registersBehind, type ThingName } from './load-for-change.ts';
import { eventItem, type StoredThing, thingItem } from './records.ts';

/** A change that was decided: the new state of one thing, told by whom, true from when. */
export interface Change {
  readonly thing: ThingName;
  readonly type: string;
  readonly state: ThingState;
  readonly by: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly reason?: string | undefined;
  /** A correction: the event it corrects, and the thing as it stands today where that is not this state. */
  readonly correction?: { readonly corrects: number; readonly today: StoredThing | null };
}

export interface Changed {
  readonly thing: StoredThing;
  readonly event: HistoryEvent;
}

type IntentName = 'thing' | 'event' | 'head' | 'detail' | 'checked' | 'person' | 'idempotency' | 'item';

export type Saved =
  | { readonly kind: 'saved' }
  /** Somebody else appended to the chain first: load and decide again. */
  | { readonly kind: 'head-moved' }
  | { readonly kind: 'stale' }
  /** More than the store takes: nothing was written. */
  | TooLarge
  /** The same Idempotency-Key was committed meanwhile. */
  | { readonly kind: 'answered-before' };

const chainName = (place: Place): string =>
  place.review === null ? place.programme : `${place.programme}/${place.review}`;

const changedFields = (before: ThingState | undefined, after: ThingState): readonly string[] => {
  const fields = (state: ThingState | undefined): ReadonlyMap<string, string> =>
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
export const appliedChange = (file: ChainFile, change: Change): Changed => {
  const before = file.thing(change.thing) ?? (change.thing.kind === 'programme' ? file.programme : undefined);
  const version = (before?.version ?? 0) + 1;
  const event = linkedEvent({
    chain: chainName(file.place),
    sequence: (file.head?.sequence ?? 0) + 1,
    thing: { kind: change.thing.kind, id: change.thing.id },
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
    previousDigest: file.head?.digest ?? '',
  });
  const today = change.correction?.today ?? null;
  return {
    event,
    thing: {
      review: file.place.review,
      kind: change.thing.kind,
      id: change.thing.id,
      version,
      sequence: event.sequence,
      recordedAt: change.recordedAt,
      by: change.by,
      effectiveAt: today === null ? change.effectiveAt : today.effectiveAt,
      state: today === null ? change.state : today.state,
    },
  };
};

const headItem = (place: Place, event: HistoryEvent): Item => ({
  ...itemKey(headKey(place)),
  headSequence: number(event.sequence),
  headDigest: text(event.digest),
  headRecordedAt: text(event.recordedAt),
});

const reviewHead = (table: Table, file: ChainFile, review: string, changed: Changed): readonly Intent<IntentName>[] => {
  const { thing, event } = changed;
  const settings = file.settings ?? Programme.parse(file.programme?.state.record);
  const exemptBefore = file.thing(thing)?.state.record.exempt ?? null;
  const among = [
    ...registersBehind(thing.kind).flatMap((kind) => file.register(kind)),
    ...(thing.kind === 'review' ? [thing] : []),
  ]
    .filter((one) => one.kind !== thing.kind || one.id !== thing.id)
    .concat(thing)
    .map(asThingAt);
  const next =
    file.card === undefined
      ? { card: firstCard(changed, settings), monthEnd: undefined }
      : changedCard(file.card, {
          sequence: event.sequence,
          digest: event.digest,
          effectiveAt: event.effectiveAt,
          recordedAt: event.recordedAt,
          reviewVersion: thing.kind === 'review' ? thing.version : file.card.reviewVersion,
          kind: thing.kind,
          id: thing.id,
          things: among,
          programme: settings,
          exemptionMoved: canonicalJson(exemptBefore) !== canonicalJson(thing.state.record.exempt ?? null),
        });
  const [main, detail] = cardItems(file.place, review, next.card);
  if (main === undefined) return [];
  return [
    { name: 'head', item: putIfStill(table, main, 'headSequence', file.head?.sequence ?? null) },
    ...(detail === undefined ? [] : [{ name: 'detail', item: putOver(table, detail) } as const]),
    ...(next.monthEnd === undefined
      ? []
      : [{ name: 'item', item: putOver(table, monthEndItem(file.place, review, next.monthEnd)) } as const]),
  ];
};

const firstCard = ({ thing, event }: Changed, settings: Programme): Card => ({
  headSequence: event.sequence,
  headDigest: event.digest,
  headRecordedAt: event.recordedAt,
  reviewVersion: thing.version,
  position: buildPosition([asThingAt(thing)], settings),
  lastEffectiveAt: event.effectiveAt,
  told: oneMoreTold([], monthOf(event.effectiveAt)),
  toldLate: toldLateWith([], event),
  riskMatrix: riskMatrixMark(settings),
});

/**
 * Whether the event stands there already; its salt is in no other. The SDK sends a transaction again when its answer was
 * lost, as we do after a conflict with others, and a store that has forgotten the first one refuses it: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 * (ClientRequestToken) is good for ten minutes there, and for the life of the process in the embedded engine.
 */
const isTold = (event: HistoryEvent, stands: Item | undefined): boolean =>
  stands !== undefined && unpack(stands, HistoryEvent).digest === event.digest;

/**
 * Writes a change in one transaction: the thing on its version, its event, the chain's head (on a review's card),
 * the idempotency record, and whatever else belongs to it.
 */
export const saveChange = async (
  table: Table,
  file: ChainFile,
  changed: Changed,
  extra: {
    intents: readonly Intent<IntentName>[];
    /** Items of another chain that the decision was made on, with the versions read. */
    checked: readonly { place: Place; thing: ThingName; version: number }[];
  },
): Promise<Saved> => {
  const { place } = file;
  const before = file.thing(changed.thing) ?? (changed.thing.kind === 'programme' ? file.programme : undefined);
  const intents: Intent<IntentName>[] = [
    {
      name: 'thing',
      item:
        changed.thing.kind === 'programme' && before !== undefined
          ? putSettings(table, place, changed.thing, { version: before.version, opened: file.opened })
          : putIfStill(table, thingItem(place, changed.thing), 'version', before?.version ?? null),
    },
    { name: 'event', item: putNew(table, eventItem(place, changed.event)) },
    ...(place.review === null
      ? [
          {
            name: 'head' as const,
            item: putIfStill(table, headItem(place, changed.event), 'headSequence', file.head?.sequence ?? null),
          },
        ]
      : reviewHead(table, file, place.review, changed)),
    ...extra.checked.map((one) => ({
      name: 'checked' as const,
      item: checkStill(table, itemKey(thingKey(one.place, one.thing.kind, one.thing.id)), 'version', one.version),
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
  if (isTold(changed.event, outcome.failed.get('event'))) return { kind: 'saved' };
  if (outcome.failed.has('idempotency')) return { kind: 'answered-before' };
  return outcome.failed.has('thing') ? { kind: 'stale' } : { kind: 'head-moved' };
};
