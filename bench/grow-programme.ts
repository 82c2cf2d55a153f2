import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { itemKey, queryAll } from '#store/table/items.ts';
import {
  monthEndKey,
  type ProgrammeRef,
  partKey,
  reviewAndSectionOf,
  reviewHeadKey,
  reviewHeadsOf,
} from '#store/table/keys.ts';

type Item = Record<string, AttributeValue>;

interface Table {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

/** The items of a partition, as stored. */
export const storedIn = ({ client, tableName }: Table, pk: string): Promise<readonly Item[]> =>
  queryAll({ client, name: tableName }, { pk });

const batchesAtOnce = 4;
const mostInABatch = 25;

const isMore = (item: Item): boolean => item.sk?.S?.startsWith('z-more-') === true;

/**
 * Makes a programme hold `count` reviews by further heads, parts and month ends, those of the programme `like` in turn,
 * written straight into the table. What reads positions cannot distinguish them from reviews that were recorded one by one; they
 * have no history.
 */
export const growTo = async (
  table: Table,
  programmeRef: ProgrammeRef,
  count: number,
  like: ProgrammeRef,
): Promise<void> => {
  const ofLike = async (pk: string) => (await storedIn(table, pk)).filter((item) => !isMore(item));
  const required = await storedIn(table, reviewHeadsOf(programmeRef).pk);
  const heads = await ofLike(reviewHeadsOf(like).pk);
  const parts = await ofLike(partKey(like, '', '').pk);
  const ends = await ofLike(monthEndKey(like, '', '').pk);
  const putsOf = (n: number): readonly WriteRequest[] => {
    const review = `z-more-${String(n).padStart(6, '0')}`;
    const head = heads[n % heads.length] ?? {};
    const put = (item: Item, key: { pk: string; sk: string }): WriteRequest => ({
      PutRequest: { Item: { ...item, ...itemKey(key) } },
    });
    const sections = (items: readonly Item[], keyOf: typeof partKey) =>
      items.flatMap((item) => {
        const [of, section] = reviewAndSectionOf(item.sk?.S ?? '');
        return of === head.sk?.S ? [put(item, keyOf(programmeRef, review, section))] : [];
      });
    return [
      put(head, reviewHeadKey(programmeRef, review)),
      ...sections(parts, partKey),
      ...sections(ends, monthEndKey),
    ];
  };
  const more = required.filter(isMore).length;
  const puts = Array.from({ length: Math.max(0, count - required.length) }, (_, n) => putsOf(more + n)).flat();
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < puts.length) {
      const batch = puts.slice(next, next + mostInABatch);
      next += batch.length;
      await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.tableName]: batch } }));
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, write));
};
