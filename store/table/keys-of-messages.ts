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
