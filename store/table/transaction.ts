import { randomUUID } from 'node:crypto';
import { type AttributeValue, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { patience, type Table } from './client.ts';
import { isTransactionCancelled, isTransactionInProgress, passingReasons } from './error-names.ts';
import { type Item, StoreBusy } from './items.ts';
import type { Condition } from './put-item.ts';
import { fiveTries, type Retries, retry } from './retry.ts';

/** One item of a transaction with its condition; `name` says in a failure which intent it was. */
export interface Intent<N extends string = string> {
  readonly name: N;
  readonly item: TransactWriteItem;
}

export type Outcome<N extends string> =
  | { readonly kind: 'committed' }
  /**
   * Conditions that did not hold, each with the item that stood there (undefined: none did). Where an answer was lost
   * before, what is there may be this very transaction's own.
   */
  | { readonly kind: 'failed'; readonly failed: ReadonlyMap<N, Item | undefined> };

/** Waits of half a second, one, two and two: five and a half in all. */
const untilDone: Retries = { tries: 5, leastSpanMilliseconds: 500, jitter: 'none' };

/**
 * Sends a transaction; while the store still works on the first sending of it, again with the same token. AWS recommends
 * that one of these tries is more than five seconds after the first.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors
 */
const send = async (table: Table, intents: readonly Intent[]): Promise<void> => {
  const input = { TransactItems: intents.map((intent) => intent.item), ClientRequestToken: randomUUID() };
  const sent = await retry(
    async () => {
      try {
        await table.client.send(new TransactWriteItemsCommand(input), patience(table));
        return true;
      } catch (error) {
        if (!isTransactionInProgress(error)) throw error;
        return undefined;
      }
    },
    untilDone,
    table.deadline,
  );
  if (sent === undefined) throw new StoreBusy('the store still works on the same transaction');
};
/**
 * Undefined where another transaction was in the way, or the store had too much to do.
 * @throws TransactionCanceledException where it was cancelled for what will be no different the next time
 */
const commitOnce = async <N extends string>(
  table: Table,
  intents: readonly Intent<N>[],
): Promise<Outcome<N> | undefined> => {
  try {
    await send(table, intents);
    return { kind: 'committed' };
  } catch (error) {
    if (!isTransactionCancelled(error)) throw error;
    const failed = new Map<N, Item | undefined>();
    const others: string[] = [];
    for (const [n, { Code = 'None', Item }] of (error.CancellationReasons ?? []).entries()) {
      const intent = intents[n];
      if (Code === 'ConditionalCheckFailed' && intent !== undefined) failed.set(intent.name, Item);
      else if (Code !== 'None') others.push(Code);
    }
    if (failed.size > 0) return { kind: 'failed', failed };
    if (others.length === 0 || !others.every((code) => passingReasons.has(code))) throw error;
    return undefined;
  }
};

/** Writes all or nothing. A conflict with another transaction is tried again with jitter, then the store is busy. */
export const commit = async <N extends string>(table: Table, intents: readonly Intent<N>[]): Promise<Outcome<N>> => {
  const outcome = await retry(() => commitOnce(table, intents), fiveTries, table.deadline);
  if (outcome === undefined) throw new StoreBusy('another change was in the way five times');
  return outcome;
};

// Conditions: constants with placeholders, never built from anybody's text.

export const putNew = (table: Table, item: Item): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: item,
    ConditionExpression: 'attribute_not_exists(#pk)',
    ExpressionAttributeNames: { '#pk': 'pk' },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

export const putOver = (table: Table, item: Item): TransactWriteItem => ({
  Put: { TableName: table.name, Item: item },
});

/** Puts the item where a condition holds of the one that is there. */
export const onlyIf = (table: Table, item: Item, condition: Condition): TransactWriteItem => ({
  Put: { TableName: table.name, Item: item, ...condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
});

/** Commits the others only where a condition holds of an item. */
export const onlyWhere = (table: Table, key: Item, condition: Condition): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table.name,
    Key: key,
    ...condition,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** Replaces the item if `attribute` still has the value; null: if there is no item. */
export const putIfStill = (table: Table, item: Item, attribute: string, value: number | null): TransactWriteItem =>
  value === null
    ? putNew(table, item)
    : {
        Put: {
          TableName: table.name,
          Item: item,
          ConditionExpression: '#attribute = :value',
          ExpressionAttributeNames: { '#attribute': attribute },
          ExpressionAttributeValues: { ':value': { N: String(value) } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      };

/** As `putIfStill`, where an item without a number yet counts as 1. */
export const putIfStillOrUnnumbered = (
  table: Table,
  item: Item,
  attribute: string,
  value: number | null,
): TransactWriteItem =>
  value === 1
    ? {
        Put: {
          TableName: table.name,
          Item: item,
          ConditionExpression: '#attribute = :value OR attribute_not_exists(#attribute)',
          ExpressionAttributeNames: { '#attribute': attribute },
          ExpressionAttributeValues: { ':value': { N: String(value) } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      }
    : putIfStill(table, item, attribute, value);

/** Replaces the item if it still has the version, and the mark is there, or is not, as it was read. */
export const putIfStillAndMarked = (
  table: Table,
  item: Item,
  read: { readonly version: number; readonly mark: string; readonly isThere: boolean },
): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: item,
    ConditionExpression: read.isThere
      ? '#version = :version AND attribute_exists(#mark)'
      : '#version = :version AND attribute_not_exists(#mark)',
    ExpressionAttributeNames: { '#version': 'version', '#mark': read.mark },
    ExpressionAttributeValues: { ':version': { N: String(read.version) } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

export const checkStill = (table: Table, key: Item, attribute: string, value: number): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table.name,
    Key: key,
    ConditionExpression: '#attribute = :value',
    ExpressionAttributeNames: { '#attribute': attribute },
    ExpressionAttributeValues: { ':value': { N: String(value) } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** Puts the item where there is none or the one there has expired (time to live is late to delete, on AWS by days). */
export const putIfExpired = (
  table: Table,
  item: Record<string, AttributeValue>,
  timeToLive: string,
  nowEpochSeconds: number,
): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: item,
    ConditionExpression: 'attribute_not_exists(#pk) OR #expires < :now',
    ExpressionAttributeNames: { '#pk': 'pk', '#expires': timeToLive },
    ExpressionAttributeValues: { ':now': { N: String(nowEpochSeconds) } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
