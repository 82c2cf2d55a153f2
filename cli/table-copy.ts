import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  ScanCommand,
  type ScanCommandOutput,
  type WriteRequest,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '#store/table/client.ts';
import { ofUnprocessed, retry } from '#store/table/retry.ts';

/*
 * A restore, as far as an engine without backups can play it: a new table with the old one's keys, indexes and items,
 * and none of its other settings. The one place that reads a whole table; no function that is deployed can.
 */

type Item = Record<string, AttributeValue>;

/** Every item of a table, page by page, in no order. */
export async function* everyItem(table: Table): AsyncGenerator<readonly Item[]> {
  let start: Item | undefined;
  do {
    const page: ScanCommandOutput = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    yield page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

const perBatch = 25;

const putAll = async (table: Table, items: readonly Item[]): Promise<void> => {
  for (let from = 0; from < items.length; from += perBatch) {
    let left: WriteRequest[] = items.slice(from, from + perBatch).map((Item) => ({ PutRequest: { Item } }));
    const done = await retry(async () => {
      const answer = await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: left } }));
      left = answer.UnprocessedItems?.[table.name] ?? [];
      return left.length === 0 ? true : undefined;
    }, ofUnprocessed);
    if (done === undefined) throw new Error(`${table.name} left ${left.length} items unwritten`);
  }
};

/** Creates the bare table that a restore creates: the keys and indexes of the other, on demand, and no other setting. */
const createBare = async (from: Table, to: Table): Promise<void> => {
  const { Table: described } = await from.client.send(new DescribeTableCommand({ TableName: from.name }));
  if (described === undefined) throw new Error(`there is no table ${from.name}`);
  await to.client.send(
    new CreateTableCommand({
      TableName: to.name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: described.AttributeDefinitions,
      KeySchema: described.KeySchema,
      GlobalSecondaryIndexes: described.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  );
  await waitUntilTableExists({ client: to.client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { TableName: to.name });
};

/** Copies a table into a new one as a restore would; answers how many items were copied. */
export const copyAsRestored = async (from: Table, to: Table): Promise<number> => {
  await createBare(from, to);
  let copied = 0;
  for await (const items of everyItem(from)) {
    await putAll(to, items);
    copied += items.length;
  }
  return copied;
};
