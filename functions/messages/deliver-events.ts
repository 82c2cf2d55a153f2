import { afterFailure, afterTaking } from '#domain/events/pauses.ts';
import type { Instant } from '#language/time.ts';
import type { Delivery } from '#schemas/event-delivery.ts';
import {
  type DeliveryRead,
  keepDelivery,
  markSentAfterAll,
  type OutgoingEvent,
  readDeliveries,
  readDelivery,
  readEventsAfter,
  readGivenUp,
  readOutgoingEvent,
} from '#store/messages/events.ts';
import type { ReadsTable } from '../http/call.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { type EventDestination, NotTaken, wants } from './event-destination.ts';

export interface DeliversEvents extends ReadsTable {
  readonly keptDays: number;
  /** Whether another one may be handed over. */
  readonly isTimeLeft: () => boolean;
}

/** So many of those that wait are looked at when a destination fails, for what is too old. */
const mostLookedAt = 50;

/** One destination in one sweep: how far it has come is written after each hand-over, on the version that was read. */
class Delivering {
  readonly #deps: DeliversEvents;
  readonly #to: { readonly organisation: string; readonly destination: string };
  readonly #destination: EventDestination;
  readonly #now: Instant;
  #read: DeliveryRead;
  sent = 0;

  constructor(
    deps: DeliversEvents,
    organisation: string,
    destination: EventDestination,
    read: DeliveryRead,
    now: Instant,
  ) {
    this.#deps = deps;
    this.#to = { organisation, destination: destination.id };
    this.#destination = destination;
    this.#read = read;
    this.#now = now;
  }

  get delivery(): Delivery {
    return this.#read.delivery;
  }

  /** False where another sweep delivers to it: that one goes on. */
  async #become(delivery: Delivery, givenUp: readonly number[] = []): Promise<boolean> {
    const kept = { days: this.#deps.keptDays, now: this.#now, givenUp };
    const isKept = await keepDelivery(this.#deps.table, this.#to, { ...this.#read, delivery }, kept);
    if (isKept) this.#read = { version: this.#read.version + 1, delivery };
    return isKept;
  }

  async #failed(waiting: readonly OutgoingEvent[], error: unknown): Promise<void> {
    const { destination } = this.#to;
    const after = afterFailure(
      this.delivery,
      waiting.map(({ number, event: { time } }) => ({ number, time })),
      this.#now,
      error instanceof NotTaken ? error.retryAfterSeconds : undefined,
    );
    log.warn(logged.eventNotTaken, { destination, tries: this.delivery.tries + 1, ...causeOf(error) });
    if (!(await this.#become(after.delivery, after.givenUp))) return;
    if (after.isHeldUp) log.error(logged.eventsHeldUp, { destination });
    for (const number of after.givenUp) log.error(logged.eventGivenUp, { destination, number });
  }

  /** Hands over what waits from its first on. False where it took not all of it. */
  async #handOver(some: readonly OutgoingEvent[], passed: number, waiting: readonly OutgoingEvent[]): Promise<boolean> {
    let taken = 0;
    try {
      taken = await this.#destination.deliver(
        some.map(({ event }) => event),
        this.#deps.table.deadline,
      );
    } catch (error) {
      await this.#failed(waiting, error);
      return false;
    }
    this.sent += taken;
    const upTo = taken === some.length ? passed : (some[taken - 1]?.number ?? this.delivery.upTo);
    return (await this.#become(afterTaking(this.delivery, upTo, this.#now))) && taken === some.length;
  }

  /** Hands over what waits, in order, until it takes no more or there is no more time. */
  async all(): Promise<void> {
    let waiting = await this.#waiting();
    while (waiting.length > 0 && this.#deps.isTimeLeft()) {
      const [first] = waiting;
      if (first === undefined) return;
      const wanted = waiting.filter(({ event }) => wants(this.#destination, event));
      const some = wanted.slice(0, this.#destination.mostAtOnce);
      const next = wanted[some.length];
      const passed = next === undefined ? (waiting.at(-1)?.number ?? first.number) : next.number - 1;
      const goesOn =
        some.length === 0
          ? await this.#become({ ...this.delivery, upTo: passed })
          : await this.#handOver(some, passed, wanted);
      if (!goesOn) return;
      waiting = next === undefined ? await this.#waiting() : waiting.filter(({ number }) => number >= next.number);
    }
  }

  async #waiting(): Promise<readonly OutgoingEvent[]> {
    const waiting: OutgoingEvent[] = [];
    for await (const one of readEventsAfter(this.#deps.table, this.#to.organisation, this.delivery.upTo)) {
      waiting.push(one);
      if (waiting.length === mostLookedAt) break;
    }
    return waiting;
  }
}

const begun = (upTo: number): DeliveryRead => ({ version: 0, delivery: { upTo, tries: 0, failures: 0 } });

const chosenOrNot = ({ leftOutSince: _, ...delivery }: Delivery, isChosen: boolean, now: Instant): Delivery =>
  isChosen ? delivery : { ...delivery, leftOutSince: now };

/**
 * Says of each destination that has a place whether it is still chosen. One that is chosen again goes on where it was.
 * @returns those that have a place
 */
export const markLeftOut = async (
  deps: Pick<DeliversEvents, 'table' | 'keptDays'>,
  organisation: string,
  destinations: readonly Pick<EventDestination, 'id'>[],
  now: Instant,
): Promise<ReadonlySet<string>> => {
  const kept = { days: deps.keptDays, now, givenUp: [] };
  const known = await readDeliveries(deps.table, organisation);
  for (const [destination, { leftOutSince }] of known) {
    const isChosen = destinations.some(({ id }) => id === destination);
    if (isChosen === (leftOutSince === undefined)) continue;
    const read = await readDelivery(deps.table, organisation, destination);
    if (read === undefined) continue;
    const delivery = chosenOrNot(read.delivery, isChosen, now);
    // Where another sweep delivers to it, the next one says so.
    await keepDelivery(deps.table, { organisation, destination }, { ...read, delivery }, kept);
  }
  return new Set(known.keys());
};

/** Whoever is sent to for the first time gets what is made from then on: kept before any of it is made. */
export const beginDeliveries = async (
  deps: Pick<DeliversEvents, 'table' | 'keptDays'>,
  organisation: string,
  destinations: readonly EventDestination[],
  { now, last }: { readonly now: Instant; readonly last: number },
): Promise<void> => {
  const known = await markLeftOut(deps, organisation, destinations, now);
  const kept = { days: deps.keptDays, now, givenUp: [] };
  // Where another sweep was first, it has begun.
  for (const { id: destination } of destinations)
    if (!known.has(destination)) await keepDelivery(deps.table, { organisation, destination }, begun(last), kept);
};

/**
 * Delivers the events that wait for each destination, in the order of their numbers: at least once, and again only where it is not known
 * that they were taken. One that takes nothing keeps no other waiting.
 * @returns how many were taken
 */
export const deliverEvents = async (
  deps: DeliversEvents,
  organisation: string,
  destinations: readonly EventDestination[],
  now: Instant,
): Promise<number> => {
  let sent = 0;
  for (const destination of destinations) {
    const read = await readDelivery(deps.table, organisation, destination.id);
    if (read === undefined || (read.delivery.notBefore !== undefined && read.delivery.notBefore > now)) continue;
    const delivering = new Delivering(deps, organisation, destination, read, now);
    await delivering.all();
    sent += delivering.sent;
  }
  return sent;
};

/** What somebody asks for by hand: what was given up, or everything from a number on. */
export interface Resend {
  readonly organisation: string;
  readonly destination: string;
  readonly from?: number | undefined;
}

const resendGivenUp = async (
  deps: DeliversEvents,
  { organisation }: Resend,
  destination: EventDestination,
  now: Instant,
): Promise<number> => {
  const to = { organisation, destination: destination.id };
  let sent = 0;
  for (const number of await readGivenUp(deps.table, to)) {
    const found = await readOutgoingEvent(deps.table, organisation, number);
    if (found === undefined || !deps.isTimeLeft()) continue;
    await destination.deliver([found.event], deps.table.deadline);
    await markSentAfterAll(deps.table, to, number, { days: deps.keptDays, now });
    sent += 1;
  }
  return sent;
};

/**
 * Sends a destination again what it was sent, or what was given up on the way to it.
 * @returns how many events it took; from a number on, they are sent by the next sweep
 * @throws NotTaken where it does not take one: what was given up before that is sent
 */
export const resendEvents = async (
  deps: DeliversEvents,
  asked: Resend,
  destinations: readonly EventDestination[],
  now: Instant,
): Promise<number> => {
  const destination = destinations.find(({ id }) => id === asked.destination);
  if (destination === undefined) throw new Error(`there is no destination ${asked.destination}`);
  if (asked.from === undefined) return resendGivenUp(deps, asked, destination, now);
  const read = await readDelivery(deps.table, asked.organisation, destination.id);
  const from = begun(Math.max(0, asked.from - 1));
  const to = { organisation: asked.organisation, destination: destination.id };
  const kept = { days: deps.keptDays, now, givenUp: [] };
  const isKept = await keepDelivery(deps.table, to, { version: read?.version ?? 0, delivery: from.delivery }, kept);
  if (!isKept) throw new Error('a sweep delivers to it now: ask again');
  return 0;
};
