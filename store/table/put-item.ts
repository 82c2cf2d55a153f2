import { PutItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { patience, type Table } from './client.ts';
import { isConditionFailed, isWriteConflict } from './error-names.ts';
import { type Item, StoreBusy } from './items.ts';
import { fiveTries, retry } from './retry.ts';

/** A write that meets a transaction on its item is tried again with jitter, then the store is busy. */
const put = async (table: Table, input: PutItemCommandInput): Promise<void> => {
  const done = await retry(
    async () => {
      try {
        await table.client.send(new PutItemCommand(input), patience(table));
        return true;
      } catch (error) {
        if (!isWriteConflict(error)) throw error;
        return undefined;
      }
    },
    fiveTries,
    table.deadline,
  );
  if (done === undefined) throw new StoreBusy('a transaction was in the way five times');
};

/** Writes an item by itself, over whatever has its key. */
export const putItem = (table: Table, item: Item): Promise<void> => put(table, { TableName: table.name, Item: item });

/** A condition with its placeholders: constants, never built from anybody's text. */
export type Condition = Required<Pick<PutItemCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames'>> &
  Pick<PutItemCommandInput, 'ExpressionAttributeValues'>;

const putOnlyIf = async (table: Table, item: Item, condition: Condition): Promise<boolean> => {
  try {
    await put(table, { TableName: table.name, Item: item, ...condition });
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
};

/** Writes an item where a condition holds of the one that is there; false: it does not, and that one stays. */
export const putItemIf = (table: Table, item: Item, condition: Condition): Promise<boolean> =>
  putOnlyIf(table, item, condition);

/** Writes an item where none has the attribute; false: one had, and stays. The key's `pk` is an attribute of every item. */
export const putItemUnless = (table: Table, item: Item, attribute: string): Promise<boolean> =>
  putOnlyIf(table, item, {
    ConditionExpression: 'attribute_not_exists(#attribute)',
    ExpressionAttributeNames: { '#attribute': attribute },
  });
