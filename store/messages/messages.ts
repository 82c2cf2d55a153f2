import { HeardOf, Message } from '#schemas/message.ts';
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
  text,
} from '../table/items.ts';
import { heardKey, heardOf, messageKey, messagesMadeSince, messagesOf, morningKey } from '../table/keys-of-messages.ts';
import { table as shape } from '../table/table-definition.ts';
import { commit, type Intent, putIfStill, putNew, putOver } from '../table/transaction.ts';

/*
 * The messages of an organisation, and what each person has heard of. A message and that its person has heard of what it says are one
 * transaction: nothing is said twice and nothing is left out, whoever is cut off when (docs/adr/0108-messages.md).
 */

/** What somebody has heard of, with its version; nobody has heard of anything at 0. */
export interface HeardBy {
  readonly version: number;
  readonly heard: HeardOf;
}

/** A message, with the version on which it is changed. */
export interface StoredMessage {
  readonly version: number;
  readonly message: Message;
}

/** A40: what everybody of an organisation has heard of, by person. */
export const readHeard = async (table: Table, organisation: string): Promise<ReadonlyMap<string, HeardBy>> => {
  const range = heardOf(organisation);
  return new Map(
    (await queryAll(table, range)).map((item) => [
      sortKeyOf(item).slice(range.begins.length),
      { version: numberOf(item, 'version'), heard: readBody(item, HeardOf) },
    ]),
  );
};

interface Kept {
  /** For how long a message is kept after it was made. */
  readonly days: number;
}

const messageItem = (organisation: string, { version, message }: StoredMessage, { days }: Kept): Item => ({
  ...itemKey(messageKey(organisation, message)),
  version: number(version),
  [shape.timeToLive]: number(Math.floor(Date.parse(message.madeAt) / 1_000) + days * 86_400),
  body: jsonBody(Message.parse(message)),
});

/** Makes a message together with what its person has heard of; false where somebody else has changed that since it was read. */
export const makeMessage = async (
  table: Table,
  organisation: string,
  { before, heard, message }: { readonly before: number; readonly heard: HeardOf; readonly message: Message },
  kept: Kept,
): Promise<boolean> => {
  const heardItem = {
    ...itemKey(heardKey(organisation, message.to)),
    version: number(before + 1),
    body: jsonBody(HeardOf.parse(heard)),
  };
  const intents: readonly Intent<'heard' | 'message'>[] = [
    { name: 'heard', item: putIfStill(table, heardItem, 'version', before === 0 ? null : before) },
    { name: 'message', item: putNew(table, messageItem(organisation, { version: 1, message }, kept)) },
  ];
  return (await commit(table, intents)).kind === 'committed';
};

/** Changes a message that is still as it was read; false where it is not. */
export const changeMessage = async (
  table: Table,
  organisation: string,
  { version, message }: StoredMessage,
  kept: Kept,
): Promise<boolean> => {
  const item = messageItem(organisation, { version: version + 1, message }, kept);
  const outcome = await commit(table, [{ name: 'message', item: putIfStill(table, item, 'version', version) }]);
  return outcome.kind === 'committed';
};

const storedFrom = (item: Item): StoredMessage => ({
  version: numberOf(item, 'version'),
  message: readBody(item, Message),
});

/** A41: the messages of an organisation that were made since an instant, the earliest first. */
export async function* readMessagesSince(
  table: Table,
  organisation: string,
  since: string,
): AsyncGenerator<StoredMessage> {
  for await (const items of queryPages(table, messagesMadeSince(organisation, since))) yield* items.map(storedFrom);
}

/** A42: a page of the messages of an organisation, the latest first. */
export const readMessagesPage = async (
  table: Table,
  organisation: string,
  options: { readonly limit: number; readonly after: string | undefined },
): Promise<{ readonly messages: readonly Message[]; readonly next: string | undefined }> => {
  const { items, next } = await queryListPage(table, messagesOf(organisation), {
    limit: options.limit,
    afterPart: options.after,
    backwards: true,
  });
  return { messages: items.map((item) => storedFrom(item).message), next };
};

/** A49: the day on which the messages of the morning were last made; undefined where they never were. */
export const readMorning = async (table: Table, organisation: string): Promise<string | undefined> =>
  (await readItem(table, morningKey(organisation)))?.madeOn?.S;

/** Keeps that the messages of a morning were made, of everybody. */
export const keepMorning = async (table: Table, organisation: string, day: string): Promise<void> => {
  await commit(table, [
    { name: 'morning', item: putOver(table, { ...itemKey(morningKey(organisation)), madeOn: text(day) }) },
  ]);
};
