import type { Instant } from '#language/time.ts';
import { heardSort, type Key } from './keys.ts';
import { messagesPrefix } from './table-definition.ts';

/* Messages, under a prefix that what writes them is held to; they sort by when they were made, then by their id. */

const messagesPartition = (organisation: string): string => `${messagesPrefix}${organisation}`;
const messageSort = 'MESSAGE#';
export const messageKey = (organisation: string, { madeAt, id }: { madeAt: Instant; id: string }): Key => ({
  pk: messagesPartition(organisation),
  sk: `${messageSort}${madeAt}#${id}`,
});
export const messagesOf = (organisation: string) => ({ pk: messagesPartition(organisation), begins: messageSort });
export const messagesMadeSince = (organisation: string, since: Instant) => ({
  pk: messagesPartition(organisation),
  from: `${messageSort}${since}`,
  to: `${messageSort}~`,
});
export const heardOf = (organisation: string) => ({ pk: messagesPartition(organisation), begins: heardSort });
export const heardKey = (organisation: string, person: string): Key => ({
  pk: messagesPartition(organisation),
  sk: `${heardSort}${person}`,
});

/** The day on which the messages of the morning were last made. */
export const morningKey = (organisation: string): Key => ({ pk: messagesPartition(organisation), sk: 'MORNING' });

/* Events for the council's own systems, beside the messages and under the same prefix. They sort by their number. */

const eventsPartition = (organisation: string): string => `${messagesPrefix}${organisation}#EVENTS`;
const inEvents = (organisation: string, sk: string): Key => ({ pk: eventsPartition(organisation), sk });
/** The number of the last event, and from when each programme is followed. */
export const eventsHeadKey = (organisation: string): Key => inEvents(organisation, 'HEAD');

const followedSort = 'FOLLOWED#';
/** How far a chain has been looked through; the programme's own is that of no review, which sorts before those of all. */
export const followedKey = (
  organisation: string,
  { programme, review }: { programme: string; review: string | null },
): Key => inEvents(organisation, `${followedSort}${programme}#${review ?? ''}`);
export const followedIn = (organisation: string, programme: string) => ({
  pk: eventsPartition(organisation),
  begins: `${followedSort}${programme}#`,
});

const eventSort = 'EVENT#';
const numbered = (event: number): string => String(event).padStart(10, '0');
export const outgoingEventKey = (organisation: string, event: number): Key =>
  inEvents(organisation, `${eventSort}${numbered(event)}`);
export const outgoingEventsOf = (organisation: string) => ({ pk: eventsPartition(organisation), begins: eventSort });
export const outgoingEventsAfter = (organisation: string, event: number) => ({
  pk: eventsPartition(organisation),
  from: `${eventSort}${numbered(event + 1)}`,
  to: `${eventSort}~`,
});

const destinationSort = 'TO#';
export const destinationKey = (organisation: string, destination: string): Key =>
  inEvents(organisation, `${destinationSort}${destination}`);
export const destinationsOf = (organisation: string) => ({
  pk: eventsPartition(organisation),
  begins: destinationSort,
});
/** What was given up on the way to a destination. */
const givenUpSort = 'GIVEN-UP#';
export const givenUpKey = (organisation: string, destination: string, event: number): Key =>
  inEvents(organisation, `${givenUpSort}${destination}#${numbered(event)}`);
export const givenUpTo = (organisation: string, destination: string) => ({
  pk: eventsPartition(organisation),
  begins: `${givenUpSort}${destination}#`,
});
