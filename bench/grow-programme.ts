import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { itemKey, queryAll } from '#store/table/items.ts';
import { cardKey, cardsOf, detailKey, monthEndKey, type ProgrammeRef } from '#store/table/keys.ts';

type Item = Record<string, AttributeValue>;

interface Table {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

/** The items of a partition, as stored. */
export const storedIn = ({ client, tableName }: Table, pk: string): Promise<readonly Item[]> =>
  queryAll({ client, name: tableName }, { pk });

const batchesAtOnce = 4;
/** A batch takes 25 items, and a review has three at most. */
const fullBatch = 22;

const isMore = (item: Item): boolean => item.sk?.S?.startsWith('z-more-') === true;
const isDetail = (item: Item): boolean => item.sk?.S?.endsWith('#DETAIL') === true;

/**
 * Makes a programme hold `count` reviews by further cards, detail cards and stored month ends, those of the programme `like`
 * in turn, written straight into the table. What reads cards cannot distinguish them from reviews that were recorded
 * one by one; they have no history.
 */
export const growTo = async (table: Table, place: ProgrammeRef, count: number, like: ProgrammeRef): Promise<void> => {
  const there = (await storedIn(table, cardsOf(place).pk)).filter((item) => !isDetail(item));
  const cards = (await storedIn(table, cardsOf(like).pk)).filter((item) => !isMore(item));
  const ends = (await storedIn(table, monthEndKey(like, '').pk)).filter((item) => !isMore(item));
  const reviews = cards.flatMap((item) => (item.sk?.S === undefined || isDetail(item) ? [] : [item.sk.S]));
  const putsOf = (n: number): readonly WriteRequest[] => {
    const pattern = reviews[n % reviews.length] ?? '';
    const review = `z-more-${String(n).padStart(6, '0')}`;
    const put = (item: Item, key: { pk: string; sk: string }): WriteRequest => ({
      PutRequest: { Item: { ...item, ...itemKey(key) } },
    });
    return [
      ...cards.filter((item) => item.sk?.S === pattern).map((item) => put(item, cardKey(place, review))),
      ...cards.filter((item) => item.sk?.S === `${pattern}#DETAIL`).map((item) => put(item, detailKey(place, review))),
      ...ends.filter((item) => item.sk?.S === pattern).map((item) => put(item, monthEndKey(place, review))),
    ];
  };
  let next = there.filter(isMore).length;
  const end = next + count - there.length;
  const write = async (): Promise<void> => {
    while (next < end) {
      const puts: WriteRequest[] = [];
      for (; next < end && puts.length <= fullBatch; next += 1) puts.push(...putsOf(next));
      await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.tableName]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, write));
};
