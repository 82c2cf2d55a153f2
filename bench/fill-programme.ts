import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { itemKey } from '#store/items.ts';
import { cardKey, cardsOf, detailKey, monthEndKey, type ProgrammePlace } from '#store/keys.ts';

interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

const itemsOf = async ({ client, name }: Table, pk: string): Promise<readonly Record<string, AttributeValue>[]> => {
  const all: Record<string, AttributeValue>[] = [];
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': { S: pk } },
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    all.push(...(page.Items ?? []));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return all;
};

const batchesAtOnce = 4;

/**
 * Gives a programme `count` reviews more than it has been told, by cards, detail cards and kept month ends like those of
 * the programme `like`, in turn, written straight into the table. What reads cards cannot tell them from reviews that
 * were told one by one; they have no history.
 */
export const fillProgramme = async (
  table: Table,
  place: ProgrammePlace,
  count: number,
  like: ProgrammePlace,
): Promise<void> => {
  const cards = await itemsOf(table, cardsOf(like).pk);
  const ends = await itemsOf(table, monthEndKey(like, '').pk);
  const reviews = cards.flatMap((item) => (item.sk?.S?.endsWith('#DETAIL') === false ? [item.sk.S] : []));
  const putsOf = (n: number): readonly WriteRequest[] => {
    const pattern = reviews[n % reviews.length] ?? '';
    const review = `z-more-${String(n).padStart(6, '0')}`;
    const put = (item: Record<string, AttributeValue>, key: { pk: string; sk: string }): WriteRequest => ({
      PutRequest: { Item: { ...item, ...itemKey(key) } },
    });
    return [
      ...cards.filter((item) => item.sk?.S === pattern).map((item) => put(item, cardKey(place, review))),
      ...cards.filter((item) => item.sk?.S === `${pattern}#DETAIL`).map((item) => put(item, detailKey(place, review))),
      ...ends.filter((item) => item.sk?.S === pattern).map((item) => put(item, monthEndKey(place, review))),
    ];
  };
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < count) {
      const puts: WriteRequest[] = [];
      for (; next < count && puts.length <= 22; next += 1) puts.push(...putsOf(next));
      await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, write));
};
