import type { Message } from '#schemas/message.ts';
import { changeMessage, readMessagesSince, type StoredMessage } from '#store/messages/messages.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { type Channel, ChannelBusy, ChannelRefuses } from './channel.ts';
import type { MakesMessages } from './make-messages.ts';

/** The way of a message: those of one name go to one service, which may have too much to do. */
export interface Way {
  readonly name: string;
  readonly channel: Channel;
  /** Undefined where none is recorded. */
  readonly address: string | undefined;
}

export interface SendsMessages extends MakesMessages {
  /** Undefined where a message is not sent, or not any more. */
  readonly wayTo: (to: string) => Way | undefined;
}

/** A message is tried so often, at every sweep again; then it is given up, and an alarm says so. */
const mostTries = 8;
/** What is older than a day is given up too: by then its person has opened their work, or has the next message. */
const sentWithinMinutes = 24 * 60;
/** So far back it is looked for what was not sent. */
const lookedForDays = 3;
/** A try that says nothing for so long was cut off. */
const cutOffAfterMinutes = 10;

const minutesBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 60_000;

const wasCutOff = ({ state, triedAt }: Message, now: string): boolean =>
  state === 'sending' && triedAt !== undefined && minutesBetween(triedAt, now) >= cutOffAfterMinutes;

const isTooOld = ({ madeAt }: Message, now: string): boolean => minutesBetween(madeAt, now) > sentWithinMinutes;

/** One message in one sweep: each step is written before the next is taken, on the version that was read. */
class Sending {
  readonly #deps: SendsMessages;
  readonly #organisation: string;
  #stored: StoredMessage;

  constructor(deps: SendsMessages, organisation: string, stored: StoredMessage) {
    this.#deps = deps;
    this.#organisation = organisation;
    this.#stored = stored;
  }

  get message(): Message {
    return this.#stored.message;
  }

  /** False where somebody else has the message. */
  async become(change: Partial<Message>): Promise<boolean> {
    const next = { version: this.#stored.version, message: { ...this.message, ...change } };
    const changed = await changeMessage(this.#deps.table, this.#organisation, next, { days: this.#deps.keptDays });
    if (changed) this.#stored = { version: next.version + 1, message: next.message };
    return changed;
  }

  async giveUp(): Promise<'given-up'> {
    if (await this.become({ state: 'given-up' })) log.error(logged.messageGivenUp, { queueMessage: this.message.id });
    return 'given-up';
  }
}

type Came = 'sent' | 'later' | 'given-up' | 'no-address' | 'busy' | 'not-ours';

/** Hands a message over that is marked as being sent. */
const deliver = async (
  sending: Sending,
  { table }: SendsMessages,
  { channel, address }: Pick<Way, 'channel'> & { readonly address: string },
): Promise<Came> => {
  const { id: reference, subject, text, link, tries } = sending.message;
  try {
    await channel.deliver({ reference, address, subject, text, link }, table.deadline);
  } catch (error) {
    log.warn(logged.messageNotSent, { queueMessage: reference, tries, ...causeOf(error) });
    if (error instanceof ChannelRefuses) return sending.giveUp();
    // Whether it was taken is not known: the next sweep asks for it by its reference before anything is sent again.
    if (!(error instanceof ChannelBusy)) return 'later';
    if (tries >= mostTries) return sending.giveUp();
    await sending.become({ state: 'waiting' });
    return 'busy';
  }
  await sending.become({ state: 'sent' });
  return 'sent';
};

/** Whether the service has a message that may have been handed over before; false where it cannot say, `unknown` where it does not now. */
const lookUp = async (
  { id, tries }: Message,
  { table }: SendsMessages,
  channel: Channel,
): Promise<boolean | 'unknown'> => {
  if (channel.has === undefined) return false;
  try {
    return await channel.has(id, table.deadline);
  } catch (error) {
    log.warn(logged.messageNotSent, { queueMessage: id, tries, ...causeOf(error) });
    return 'unknown';
  }
};

const sendOne = async (sending: Sending, deps: SendsMessages, way: Way, now: string): Promise<Came> => {
  const isAgain = sending.message.state === 'sending';
  const { channel, address } = way;
  const isThere = isAgain && (await lookUp(sending.message, deps, channel));
  if (isThere === 'unknown') return isTooOld(sending.message, now) ? sending.giveUp() : 'busy';
  if (isThere) return (await sending.become({ state: 'sent' })) ? 'sent' : 'not-ours';
  if (sending.message.tries >= mostTries || isTooOld(sending.message, now)) return sending.giveUp();
  if (address === undefined) return (await sending.become({ state: 'no-address' })) ? 'no-address' : 'not-ours';
  const marked = await sending.become({
    state: 'sending',
    tries: sending.message.tries + 1,
    triedAt: now,
    ...(isAgain && channel.has === undefined ? { perhapsTwice: true } : {}),
  });
  return marked ? deliver(sending, deps, { channel, address }) : 'not-ours';
};

/**
 * Sends what waits to be sent, the earliest first, and what an earlier sweep was cut off in. Where a service has too much to do, what else is for
 * it waits for the next sweep.
 * @returns how many were sent
 */
export const sendMessages = async (deps: SendsMessages, organisation: string, now: string): Promise<number> => {
  const since = new Date(Date.parse(now) - lookedForDays * 86_400_000).toISOString();
  const waiting: StoredMessage[] = [];
  for await (const one of readMessagesSince(deps.table, organisation, since))
    if (one.message.state === 'waiting' || wasCutOff(one.message, now)) waiting.push(one);
  let sent = 0;
  const busy = new Set<string>();
  for (const stored of waiting) {
    const way = deps.wayTo(stored.message.to);
    if (way === undefined || busy.has(way.name)) continue;
    const came = await sendOne(new Sending(deps, organisation, stored), deps, way, now);
    if (came === 'sent') sent += 1;
    if (came === 'busy') busy.add(way.name);
  }
  return sent;
};
