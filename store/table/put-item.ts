import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from './client.ts';
import { isConditionFailed } from './error-names.ts';
import type { Item } from './items.ts';

/** Writes an item by itself, over whatever has its key. */
export const putItem = async (table: Table, item: Item): Promise<void> => {
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }));
};

/** Writes an item where none has the attribute; false: one had, and stays. The key's `pk` is an attribute of every item. */
export const putItemUnless = async (table: Table, item: Item, attribute: string): Promise<boolean> => {
  try {
    await table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(#attribute)',
        ExpressionAttributeNames: { '#attribute': attribute },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
};
