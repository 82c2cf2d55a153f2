import type { People } from '#domain/messages/addressed.ts';
import type { ChannelFor } from '#domain/messages/channels.ts';
import { channelOfSubject, subjectOfChannel } from '#schemas/message.ts';
import type { MessageChoice } from '#schemas/notices.ts';
import { readEventsHead } from '#store/messages/events.ts';
import { readRegistered } from '../queries/registered.ts';
import type { Channel } from './channel.ts';
import { collectEvents } from './collect-events.ts';
import { beginDeliveries, deliverEvents, markLeftOut } from './deliver-events.ts';
import type { EventDestination } from './event-destination.ts';
import { type MakesMessages, makeMessages } from './make-messages.ts';
import { type SendsMessages, sendMessages, type Way } from './send-messages.ts';
import { readWaitingNotices } from './waiting-notices.ts';

/** A channel of the council's Teams or Slack. */
export interface ChosenChannel extends ChannelFor {
  readonly when: Exclude<MessageChoice, 'none'>;
  /** Absent: its messages are kept to be read here alone. */
  readonly channel?: Channel | undefined;
}

export interface Sweeps extends Omit<MakesMessages, 'isSent' | 'choiceOfChannel'> {
  readonly organisations: readonly string[];
  /** To people; absent: their messages are kept to be read here alone. */
  readonly channel?: Channel | undefined;
  readonly channels?: readonly ChosenChannel[] | undefined;
  /** Where events of programmes go, if only here; absent: none are made. */
  readonly destinations?: readonly EventDestination[] | undefined;
  /** Whether there is time to begin another step of the events. */
  readonly isTimeLeft: () => boolean;
}

interface Swept {
  readonly made: number;
  readonly sent: number;
  /** Events that were made, and that a destination took. */
  readonly events: number;
  readonly taken: number;
}

/** How messages go to whom: to people by the one service, to each channel by its own. */
const waysOf = (
  { channel, channels = [] }: Pick<Sweeps, 'channel' | 'channels'>,
  people: People,
): Pick<SendsMessages, 'isSent' | 'choiceOfChannel' | 'wayTo'> => {
  const byName = new Map(channels.map((one) => [subjectOfChannel(one.id), one]));
  const wayTo = (to: string): Way | undefined => {
    const own = channelOfSubject(to) === undefined ? channel : byName.get(to)?.channel;
    if (own === undefined) return undefined;
    return own === channel
      ? { name: 'people', channel: own, address: people.get(to)?.email }
      : { name: to, channel: own, address: '' };
  };
  return { wayTo, isSent: (to) => wayTo(to) !== undefined, choiceOfChannel: (to) => byName.get(to)?.when };
};

const sweepEvents = async (
  deps: Pick<Sweeps, 'table' | 'address' | 'keptDays' | 'isTimeLeft'>,
  organisation: string,
  destinations: readonly EventDestination[],
  now: string,
): Promise<Pick<Swept, 'events' | 'taken'>> => {
  const head = await readEventsHead(deps.table, organisation, now);
  await beginDeliveries(deps, organisation, destinations, { now, last: head.last });
  const events = await collectEvents(deps, organisation, head, now);
  return { events, taken: await deliverEvents(deps, organisation, destinations, now) };
};

/**
 * Makes the messages that are due at an instant, and sends what waits to be sent; then the events of programmes. Done again, at once, or
 * after it was cut off anywhere, it makes nothing twice, and sends no message twice (docs/adr/0108-messages.md, 0109-events.md).
 */
export const sweepMessages = async (
  { organisations, channel, channels = [], destinations, ...deps }: Sweeps,
  now: string,
): Promise<Swept> => {
  let [made, sent, events, taken] = [0, 0, 0, 0];
  for (const organisation of organisations) {
    const registered = await readRegistered(deps, organisation);
    const people: People = new Map(registered.map(({ id, person }) => [id, person]));
    const waiting = await readWaitingNotices(deps, organisation, { people, channels }, now);
    const sends: SendsMessages = { ...deps, ...waysOf({ channel, channels }, people) };
    made += await makeMessages(sends, organisation, waiting, people, now);
    sent += await sendMessages(sends, organisation, now);
    if (destinations === undefined) {
      await markLeftOut(deps, organisation, [], now);
      continue;
    }
    const swept = await sweepEvents(deps, organisation, destinations, now);
    events += swept.events;
    taken += swept.taken;
  }
  return { made, sent, events, taken };
};
