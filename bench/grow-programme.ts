import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { RecordKind } from '#schemas/history.ts';
import { itemKey, queryAll } from '#store/table/items.ts';
import {
  monthEndKey,
  type ProgrammeRef,
  partKey,
  recordsOf,
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
export const storedIn = (table: Table, pk: string): Promise<readonly Item[]> => storedAt(table, { pk });

const storedAt = ({ client, tableName }: Table, range: Parameters<typeof queryAll>[1]): Promise<readonly Item[]> =>
  queryAll({ client, name: tableName }, range);

const batchesAtOnce = 4;
const mostInABatch = 25;

const isMore = (item: Item): boolean => item.sk?.S?.startsWith('z-more-') === true;

/**
 * Makes a programme hold `count` reviews by further heads, parts and month ends, those of the programme `like` in turn,
 * written straight into the table. What reads positions cannot distinguish them from reviews that were recorded one by one, nor what reads
 * records those of `kinds`, which are written too; they have no history.
 */
export const growTo = async (
  table: Table,
  programmeRef: ProgrammeRef,
  count: number,
  like: ProgrammeRef,
  kinds: readonly RecordKind[] = [],
): Promise<void> => {
  const ofLike = async (pk: string) => (await storedIn(table, pk)).filter((item) => !isMore(item));
  const required = await storedIn(table, reviewHeadsOf(programmeRef).pk);
  const heads = await ofLike(reviewHeadsOf(like).pk);
  const parts = await ofLike(partKey(like, '', '').pk);
  const ends = await ofLike(monthEndKey(like, '', '').pk);
  const records = new Map<string, readonly Item[]>();
  for (const { sk } of heads) {
    const review = sk?.S ?? '';
    const items = kinds.map((kind) => storedAt(table, recordsOf({ ...like, review }, kind)));
    records.set(review, (await Promise.all(items)).flat());
  }
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
      ...(records.get(head.sk?.S ?? '') ?? []).map((item) =>
        put(item, { pk: recordsOf({ ...programmeRef, review }, '').pk, sk: item.sk?.S ?? '' }),
      ),
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
