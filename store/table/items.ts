import {
  type AttributeValue,
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { patience, type Table } from './client.ts';
import { type Key, keyToLog } from './keys.ts';
import { ofUnprocessed, retry } from './retry.ts';

export type Item = Record<string, AttributeValue>;

export const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: String(value) });
export const itemKey = (key: Key): Item => ({ pk: text(key.pk), sk: text(key.sk) });

/** A byte for two digits, and one more. */
const numberBytes = (digits: string): number => Math.ceil(digits.length / 2) + 1;

/** The bytes that the store counts for an item of texts, numbers and bytes: names and values. */
export const itemBytes = (item: Item): number =>
  Object.entries(item).reduce(
    (sum, [name, { S = '', N, B = '' }]) =>
      sum +
      Buffer.byteLength(name) +
      Buffer.byteLength(S) +
      Buffer.byteLength(B) +
      (N === undefined ? 0 : numberBytes(N)),
    0,
  );

/** A stored item that does not parse is a fault with its key, as it may be logged; never dropped. */
export class UnreadableItem extends Error {
  readonly key: Key;
  constructor(key: Key, why: string) {
    const named = keyToLog(key);
    super(`stored item ${named.pk} ${named.sk} cannot be read: ${why}`);
    this.name = 'UnreadableItem';
    this.key = named;
  }
}

export const keyOf = (item: Item): Key => ({ pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' });

/** `key` where the item was read without its own. */
export const numberOf = (item: Item, attribute: string, key?: Key): number => {
  const value = Number(item[attribute]?.N);
  if (!Number.isFinite(value)) throw new UnreadableItem(key ?? keyOf(item), `it has no number ${attribute}`);
  return value;
};
export const textOf = (item: Item, attribute: string): string => {
  const value = item[attribute]?.S;
  if (value === undefined) throw new UnreadableItem(keyOf(item), `it has no text ${attribute}`);
  return value;
};
export const sortKeyOf = (item: Item): string => item.sk?.S ?? '';

// Reads: all strongly consistent.

export const readItem = async (table: Table, key: Key): Promise<Item | undefined> =>
  (
    await table.client.send(
      new GetItemCommand({ TableName: table.name, Key: itemKey(key), ConsistentRead: true }),
      patience(table),
    )
  ).Item;

const mostKeysInABatch = 100;

/** Several items at once, in any order; what the store leaves unprocessed is asked for again, for a few seconds. */
export const readItems = async (table: Table, keys: readonly Key[]): Promise<readonly Item[]> => {
  if (keys.length === 0) return [];
  if (keys.length === 1 && keys[0] !== undefined) {
    const item = await readItem(table, keys[0]);
    return item === undefined ? [] : [item];
  }
  const found: Item[] = [];
  for (let from = 0; from < keys.length; from += mostKeysInABatch) {
    let left: Item[] = keys.slice(from, from + mostKeysInABatch).map(itemKey);
    const done = await retry(
      async () => {
        const answer = await table.client.send(
          new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
          patience(table),
        );
        found.push(...(answer.Responses?.[table.name] ?? []));
        left = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
        return left.length === 0 ? true : undefined;
      },
      ofUnprocessed,
      table.deadline,
    );
    if (done === undefined) throw new StoreBusy('the store left reads unprocessed');
  }
  return found;
};

/** Several items at once, each to be had by its key; a key may be asked for twice. */
export const readByKey = async (table: Table, keys: readonly Key[]): Promise<(key: Key) => Item | undefined> => {
  const name = ({ pk, sk }: Key): string => `${pk}|${sk}`;
  const distinct = new Map(keys.map((key) => [name(key), key]));
  const items = new Map((await readItems(table, [...distinct.values()])).map((item) => [name(keyOf(item)), item]));
  return (key) => items.get(name(key));
};

/** The store cannot take it now: 503 with Retry-After. */
export class StoreBusy extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'StoreBusy';
  }
}

export interface Range {
  readonly pk: string;
  readonly begins?: string;
  readonly from?: string;
  readonly to?: string;
}
export interface Page {
  readonly items: readonly Item[];
  /** The sort key to go on after; undefined at the end. */
  readonly next: string | undefined;
}

export const queryPage = async (
  table: Table,
  range: Range,
  options: {
    limit?: number;
    backwards?: boolean;
    after?: string | undefined;
    /** The attributes that are wanted of each item, in place of all of them; what is read is charged all the same. */
    only?: readonly string[] | undefined;
  } = {},
): Promise<Page> => {
  const condition: { readonly text: string; readonly values: Item } =
    range.from !== undefined && range.to !== undefined
      ? {
          text: '#pk = :pk AND #sk BETWEEN :from AND :to',
          values: { ':from': text(range.from), ':to': text(range.to) },
        }
      : range.begins !== undefined && range.begins !== ''
        ? { text: '#pk = :pk AND begins_with(#sk, :begins)', values: { ':begins': text(range.begins) } }
        : { text: '#pk = :pk', values: {} };
  const { only = [] } = options;
  const input: QueryCommandInput = {
    TableName: table.name,
    KeyConditionExpression: condition.text,
    ExpressionAttributeNames: {
      '#pk': 'pk',
      ...(condition.text.includes('#sk') ? { '#sk': 'sk' } : {}),
      ...Object.fromEntries(only.map((name) => [`#${name}`, name])),
    },
    ...(only.length === 0 ? {} : { ProjectionExpression: only.map((name) => `#${name}`).join(', ') }),
    ExpressionAttributeValues: { ':pk': text(range.pk), ...condition.values },
    ConsistentRead: true,
    ScanIndexForward: options.backwards !== true,
    ...(options.limit === undefined ? {} : { Limit: options.limit }),
    ...(options.after === undefined ? {} : { ExclusiveStartKey: itemKey({ pk: range.pk, sk: options.after }) }),
  };
  const answer = await table.client.send(new QueryCommand(input), patience(table));
  return { items: answer.Items ?? [], next: answer.LastEvaluatedKey?.sk?.S };
};

/**
 * A page of a list, after a part of the sort key that follows what the range begins with. One more than asked for is
 * read, so that `next`, such a part too, is there only where something follows; only after a page that the store cut short
 * at 1 MB may an empty one come.
 */
export const queryListPage = async (
  table: Table,
  range: Range & { readonly begins: string },
  options: { limit: number; afterPart: string | undefined; backwards?: boolean },
): Promise<Page> => {
  const page = await queryPage(table, range, {
    limit: options.limit + 1,
    backwards: options.backwards === true,
    after: options.afterPart === undefined ? undefined : `${range.begins}${options.afterPart}`,
  });
  const items = page.items.slice(0, options.limit);
  const last = items.at(-1);
  const next = page.items.length > options.limit && last !== undefined ? sortKeyOf(last) : page.next;
  return { items, next: next?.slice(range.begins.length) };
};

/** Every page of a range, one after the other. */
export async function* queryPages(
  table: Table,
  range: Range,
  options: { backwards?: boolean; limit?: number } = {},
): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const page: Page = await queryPage(table, range, { ...options, after });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}

export const queryAll = async (table: Table, range: Range): Promise<readonly Item[]> => {
  const all: Item[] = [];
  for await (const items of queryPages(table, range)) all.push(...items);
  return all;
};
