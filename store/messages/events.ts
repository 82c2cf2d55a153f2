import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { Delivery, EventsHead, GivenUpEvent } from '#schemas/event-delivery.ts';
import { ProgrammeEvent } from '#schemas/programme-events.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  itemKey,
  number,
  numberOf,
  queryAll,
  queryListPage,
  queryPages,
  readItem,
  sortKeyOf,
} from '../table/items.ts';
import type { ChainRef } from '../table/keys.ts';
import {
  destinationKey,
  destinationsOf,
  eventsHeadKey,
  followedIn,
  followedKey,
  givenUpKey,
  givenUpTo,
  outgoingEventKey,
  outgoingEventsAfter,
  outgoingEventsOf,
} from '../table/keys-of-messages.ts';
import { table as shape } from '../table/table-definition.ts';
import { commit, type Intent, putIfStill, putNew, putOver } from '../table/transaction.ts';

/*
 * The events of an organisation, numbered without a gap, how far each chain was looked through for them, and what each destination has. Events
 * and how far their chain has been looked through are one transaction, on the number that was read: none is made twice and none is left out,
 * whoever is cut off when (docs/adr/0109-events.md).
 */

/** The number of the last event of an organisation, with what is followed, and the version on which that is changed; 0 where none was ever made. */
export interface EventsHeadRead {
  readonly version: number;
  readonly last: number;
  readonly head: EventsHead;
}

/** A43: the number of the last event, and from when each programme is followed. */
export const readEventsHead = async (table: Table, organisation: string, now: string): Promise<EventsHeadRead> => {
  const item = await readItem(table, eventsHeadKey(organisation));
  return item === undefined
    ? { version: 0, last: 0, head: { since: now, programmes: {} } }
    : { version: numberOf(item, 'version'), last: numberOf(item, 'last'), head: readBody(item, EventsHead) };
};

/** Puts the head in the place of the one that was read, with one version more. */
const putHead = (table: Table, organisation: string, { version, last, head }: EventsHeadRead): TransactWriteItem => {
  const item: Item = {
    ...itemKey(eventsHeadKey(organisation)),
    version: number(version + 1),
    last: number(last),
    body: jsonBody(EventsHead.parse(head)),
  };
  return putIfStill(table, item, 'version', version === 0 ? null : version);
};

/** Keeps from when programmes are followed; false where somebody else changed that or made events since it was read. */
export const followProgrammes = async (table: Table, organisation: string, head: EventsHeadRead): Promise<boolean> =>
  (await commit(table, [{ name: 'head', item: putHead(table, organisation, head) }])).kind === 'committed';

/** A44: how far each chain of a programme was looked through, by review; the programme's own under null. */
export const readFollowed = async (
  table: Table,
  organisation: string,
  programme: string,
): Promise<ReadonlyMap<string | null, number>> => {
  const range = followedIn(organisation, programme);
  return new Map(
    (await queryAll(table, range)).map((item) => {
      const review = sortKeyOf(item).slice(range.begins.length);
      return [review === '' ? null : review, numberOf(item, 'sequence')];
    }),
  );
};

interface Kept {
  /** For how long an event is kept after it was made. */
  readonly days: number;
  readonly now: string;
}

const goesOn = ({ days, now }: Kept): Item => ({
  [shape.timeToLive]: number(Math.floor(Date.parse(now) / 1_000) + days * 86_400),
});

/** So many events are one transaction, which holds a hundred items. */
export const mostEventsAtOnce = 90;

/**
 * Keeps the events of a chain, and that it was looked through up to a change; false where somebody else made events since the head was read.
 * @param events numbered on from the last one, at most `mostEventsAtOnce`
 */
export const keepEvents = async (
  table: Table,
  chainRef: ChainRef,
  {
    events,
    upTo,
    before,
  }: { readonly events: readonly ProgrammeEvent[]; readonly upTo: number; readonly before: EventsHeadRead },
  kept: Kept,
): Promise<boolean> => {
  const { organisation } = chainRef;
  const followed: Item = { ...itemKey(followedKey(organisation, chainRef)), sequence: number(upTo) };
  const intents: readonly Intent[] = [
    { name: 'head', item: putHead(table, organisation, { ...before, last: before.last + events.length }) },
    { name: 'followed', item: putOver(table, followed) },
    ...events.map((event, n) => ({
      name: `event-${n}`,
      item: putNew(table, {
        ...itemKey(outgoingEventKey(organisation, before.last + 1 + n)),
        ...goesOn(kept),
        body: jsonBody(ProgrammeEvent.parse(event)),
      }),
    })),
  ];
  return (await commit(table, intents)).kind === 'committed';
};

/** An event on its way, with its number. */
export interface OutgoingEvent {
  readonly number: number;
  readonly event: ProgrammeEvent;
}

const outgoingFrom = (item: Item): OutgoingEvent => {
  const event = readBody(item, ProgrammeEvent);
  return { number: Number(event.sequence), event };
};

/** A45: the events of an organisation after a number, in order. */
export async function* readEventsAfter(
  table: Table,
  organisation: string,
  after: number,
): AsyncGenerator<OutgoingEvent> {
  for await (const items of queryPages(table, outgoingEventsAfter(organisation, after))) yield* items.map(outgoingFrom);
}

/** A46: a page of the events of an organisation, the latest first. */
export const readEventsPage = async (
  table: Table,
  organisation: string,
  options: { readonly limit: number; readonly after: string | undefined },
): Promise<{ readonly events: readonly ProgrammeEvent[]; readonly next: string | undefined }> => {
  const { items, next } = await queryListPage(table, outgoingEventsOf(organisation), {
    limit: options.limit,
    afterPart: options.after,
    backwards: true,
  });
  return { events: items.map((item) => outgoingFrom(item).event), next };
};

/** How far a destination has come, with the version on which that is changed; 0 where it was never sent anything. */
export interface DeliveryRead {
  readonly version: number;
  readonly delivery: Delivery;
}

const deliveryFrom = (item: Item): DeliveryRead => ({
  version: numberOf(item, 'version'),
  delivery: readBody(item, Delivery),
});

/** A47: how far a destination has come; undefined where it was never sent anything. */
export const readDelivery = async (
  table: Table,
  organisation: string,
  destination: string,
): Promise<DeliveryRead | undefined> => {
  const item = await readItem(table, destinationKey(organisation, destination));
  return item === undefined ? undefined : deliveryFrom(item);
};

/** A47: how far every destination has come, by its id. */
export const readDeliveries = async (table: Table, organisation: string): Promise<ReadonlyMap<string, Delivery>> => {
  const range = destinationsOf(organisation);
  return new Map(
    (await queryAll(table, range)).map((item) => [
      sortKeyOf(item).slice(range.begins.length),
      deliveryFrom(item).delivery,
    ]),
  );
};

interface To {
  readonly organisation: string;
  readonly destination: string;
}

/** Keeps how far a destination has come, with what was given up on the way; false where somebody else delivered since it was read. */
export const keepDelivery = async (
  table: Table,
  { organisation, destination }: To,
  { version, delivery }: DeliveryRead,
  { givenUp, ...kept }: Kept & { readonly givenUp: readonly number[] },
): Promise<boolean> => {
  const item: Item = {
    ...itemKey(destinationKey(organisation, destination)),
    version: number(version + 1),
    body: jsonBody(Delivery.parse(delivery)),
  };
  const intents: readonly Intent[] = [
    { name: 'delivery', item: putIfStill(table, item, 'version', version === 0 ? null : version) },
    ...givenUp.map((event) => ({
      name: `given-up-${event}`,
      item: putOver(table, {
        ...itemKey(givenUpKey(organisation, destination, event)),
        ...goesOn(kept),
        body: jsonBody({ at: kept.now } satisfies GivenUpEvent),
      }),
    })),
  ];
  return (await commit(table, intents)).kind === 'committed';
};

/** A48: the numbers of the events that were given up on the way to a destination, and not sent since. */
export const readGivenUp = async (table: Table, { organisation, destination }: To): Promise<readonly number[]> => {
  const range = givenUpTo(organisation, destination);
  return (await queryAll(table, range)).flatMap((item) =>
    readBody(item, GivenUpEvent).sentAt === undefined ? [Number(sortKeyOf(item).slice(range.begins.length))] : [],
  );
};

/** Marks an event that was given up as sent after all. */
export const markSentAfterAll = async (
  table: Table,
  { organisation, destination }: To,
  event: number,
  kept: Kept,
): Promise<void> => {
  const item: Item = {
    ...itemKey(givenUpKey(organisation, destination, event)),
    ...goesOn(kept),
    body: jsonBody({ at: kept.now, sentAt: kept.now } satisfies GivenUpEvent),
  };
  await commit(table, [{ name: 'given-up', item: putOver(table, item) }]);
};

/** A45: an event by its number; undefined where it is gone. */
export const readOutgoingEvent = async (
  table: Table,
  organisation: string,
  event: number,
): Promise<OutgoingEvent | undefined> => {
  const item = await readItem(table, outgoingEventKey(organisation, event));
  return item === undefined ? undefined : outgoingFrom(item);
};
