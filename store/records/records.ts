import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { type Exemption, exemptionOf } from '#schemas/exemption.ts';
import { HistoryEvent, type ThingKind, ThingState } from '#schemas/history.ts';
import { Subject } from '#schemas/ids.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  itemKey,
  number,
  numberOf,
  packed,
  queryAll,
  queryListPage,
  queryPages,
  readItem,
  sortKeyOf,
  textOf,
  unpack,
} from '../table/items.ts';
import { eventKey, eventsOf, eventsUpTo, type Place, reviewOfChain, thingKey, thingsOf } from '../table/keys.ts';
import { unpacker } from '../table/parse-cache.ts';
import { everythingTold, isKnown, type Knowledge } from './known-as-of.ts';

/** A thing as it stands today. `version` counts its own changes, `sequence` is its last event's number on the chain. */
export interface StoredThing {
  /** The review that it belongs to; null for what belongs to the programme itself. */
  readonly review: string | null;
  readonly kind: ThingKind;
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly state: ThingState;
  /** Of a thing as it stood at an instant: the exemption that stands on it today, and withholds what was told before as well. */
  readonly alsoExempt?: readonly Exemption[];
}

const Body = z.object({
  sequence: z.int(),
  effectiveAt: Instant,
  recordedAt: Instant,
  by: Subject,
  state: ThingState,
});

const bodyOf = unpacker(Body);

export const thingItem = (place: Place, thing: StoredThing): Item => ({
  ...itemKey(thingKey(place, thing.kind, thing.id)),
  version: number(thing.version),
  body: packed({
    sequence: thing.sequence,
    effectiveAt: thing.effectiveAt,
    recordedAt: thing.recordedAt,
    by: thing.by,
    state: thing.state,
  }),
});

export const thingFrom = (kind: ThingKind, id: string, item: Item): StoredThing => ({
  review: reviewOfChain(textOf(item, 'pk')),
  kind,
  id,
  version: numberOf(item, 'version'),
  ...bodyOf(item),
});

const idAfter = (prefix: string, item: Item): string => sortKeyOf(item).slice(prefix.length);

/** A02: a thing as it stands today. */
export const readThing = async (
  table: Table,
  place: Place,
  kind: ThingKind,
  id: string,
): Promise<StoredThing | undefined> => {
  const item = await readItem(table, thingKey(place, kind, id));
  return item === undefined ? undefined : thingFrom(kind, id, item);
};

/** A03: every thing of a register, in order of id. */
export const readRegister = async (table: Table, place: Place, kind: ThingKind): Promise<readonly StoredThing[]> => {
  const range = thingsOf(place, kind);
  return (await queryAll(table, range)).map((item) => thingFrom(kind, idAfter(range.begins, item), item));
};

/** A04: a page of a register, in order of id, after an id. */
export const readRegisterPage = async (
  table: Table,
  place: Place,
  kind: ThingKind,
  options: { limit: number; afterId: string | undefined },
): Promise<{ things: readonly StoredThing[]; nextId: string | undefined }> => {
  const range = thingsOf(place, kind);
  const page = await queryListPage(table, range, { limit: options.limit, afterPart: options.afterId });
  return {
    things: page.items.map((item) => thingFrom(kind, idAfter(range.begins, item), item)),
    nextId: page.next,
  };
};

// Events

export const eventItem = (place: Place, event: HistoryEvent): Item => ({
  ...itemKey(eventKey(place, event.thing.kind, event.thing.id, event.effectiveAt, event.sequence)),
  body: packed(event),
});

const eventFrom = (item: Item): HistoryEvent => unpack(item, HistoryEvent);

/** A thing rebuilt from the event that last changed it. */
export const thingAt = (event: HistoryEvent): StoredThing => ({
  review: event.chain.split('/')[1] ?? null,
  kind: event.thing.kind,
  id: event.thing.id,
  version: event.version,
  sequence: event.sequence,
  effectiveAt: event.effectiveAt,
  recordedAt: event.recordedAt,
  by: event.by,
  state: event.after,
});

/** What came of a thing after an instant is told in few events, more often in none: so many are read at once. */
const eventsAtOnce = 4;

const withExemptionOf = (thing: StoredThing, today: StoredThing | undefined): StoredThing => {
  const exempt = today === undefined ? undefined : exemptionOf(today.state.record);
  return exempt === undefined ? thing : { ...thing, alsoExempt: [exempt] };
};

/** A05: what was true of a thing at an instant, as known now or as was known. */
export const readThingAsAt = async (
  table: Table,
  place: Place,
  kind: ThingKind,
  id: string,
  asAt: string,
  knowledge: Knowledge = everythingTold,
): Promise<StoredThing | undefined> => {
  const range = eventsUpTo(place, kind, id, asAt);
  const limit = knowledge.kind === 'all' ? 1 : eventsAtOnce;
  for await (const items of queryPages(table, range, { backwards: true, limit }))
    for (const item of items) {
      const event = eventFrom(item);
      if (isKnown(knowledge, place, event)) return thingAt(event);
    }
  return undefined;
};

/** A02: a thing as it stood at an instant, with the exemption that stands on it today. */
export const withExemptionOfToday = async (table: Table, place: Place, then: StoredThing): Promise<StoredThing> =>
  withExemptionOf(then, await readThing(table, place, then.kind, then.id));

/** A06: a thing as it was first told of its earliest time, by what was known. */
export const readFirstOf = async (
  table: Table,
  place: Place,
  kind: ThingKind,
  id: string,
  knowledge: Knowledge,
): Promise<StoredThing | undefined> => {
  const first = (await readLine(table, place, kind, id)).find((event) => isKnown(knowledge, place, event));
  return first === undefined ? undefined : thingAt(first);
};

/** A06: the line of a thing: all its events in order of (effectiveAt, sequence). */
export const readLine = async (
  table: Table,
  place: Place,
  kind: ThingKind,
  id: string,
): Promise<readonly HistoryEvent[]> => (await queryAll(table, eventsOf(place, kind, id))).map(eventFrom);

/** A07: every event of a chain, or of one of its registers, each thing's in order of (effectiveAt, sequence). */
export const readEvents = async (table: Table, place: Place, kind?: ThingKind): Promise<readonly HistoryEvent[]> =>
  (await queryAll(table, eventsOf(place, kind))).map(eventFrom);

/** The things of a chain, or of one of its registers, as at an instant, as known now or as was known; in order of id. */
export const readThingsAsAt = async (
  table: Table,
  place: Place,
  kind: ThingKind | undefined,
  asAt: string,
  knowledge: Knowledge,
): Promise<readonly StoredThing[]> => {
  const events = await readEvents(table, place, kind);
  const known = events.filter((event) => isKnown(knowledge, place, event));
  return [...withStandingExemptions(foldThings(known, asAt, Number.POSITIVE_INFINITY), events)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
};

/** Things folded from some of their events, each with the exemption that stands on it by all of them. */
export const withStandingExemptions = (
  things: readonly StoredThing[],
  events: readonly HistoryEvent[],
): readonly StoredThing[] => {
  if (events.every((event) => event.after.record.exempt === undefined)) return things;
  const nameOf = ({ kind, id }: { readonly kind: ThingKind; readonly id: string }): string => `${kind}#${id}`;
  const today = new Map(foldThings(events, endOfTime, Number.POSITIVE_INFINITY).map((one) => [nameOf(one), one]));
  return things.map((thing) => withExemptionOf(thing, today.get(nameOf(thing))));
};

/** Later than every instant that a record can name. */
export const endOfTime = '9999-12-31T23:59:59.999Z';

/**
 * The things of a chain as at an instant, from its events: of each thing the last event, in order of
 * (effectiveAt, sequence), that is effective by then and not numbered above the head that was known.
 */
export const foldThings = (events: readonly HistoryEvent[], asAt: string, head: number): readonly StoredThing[] => {
  const last = new Map<string, HistoryEvent>();
  for (const event of events) {
    if (event.effectiveAt > asAt || event.sequence > head) continue;
    const name = `${event.thing.kind}#${event.thing.id}`;
    const before = last.get(name);
    if (
      before === undefined ||
      event.effectiveAt > before.effectiveAt ||
      (event.effectiveAt === before.effectiveAt && event.sequence > before.sequence)
    )
      last.set(name, event);
  }
  return [...last.values()].map(thingAt);
};
