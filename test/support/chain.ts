import { createHash } from 'node:crypto';
import { type AttributeValue, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import type { HistoryEvent } from '#schemas/history.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { bodyText } from '#store/table/body.ts';
import type { Table } from '#store/table/client.ts';
import { recordKey } from '#store/table/keys.ts';
import { linkFaults } from './chain-links.ts';
import type { TestTracker, Told } from './tracker.ts';

type Item = Record<string, AttributeValue>;

/** The partition of a chain of the tests' organisation. */
export const chainOf = (programme: string, review: string | null = null, organisation = 'council'): string =>
  recordKey({ organisation, programme, review }, 'any', 'any').pk;

export const bodyTextOf = (item: Item): string => (item.body === undefined ? '' : bodyText(item));

/** The events of a chain, in order of their numbers. */
export const eventsIn = async (tracker: TestTracker, pk: string): Promise<readonly HistoryEvent[]> =>
  (await tracker.stored(pk))
    .filter((item) => item.sk?.S?.startsWith('EVENT#'))
    .map((item) => JSON.parse(bodyTextOf(item)) as HistoryEvent)
    .sort((a, b) => a.sequence - b.sequence);

/** Numbers from 1 without a gap, each event linked to the one before, each digest that of its content. */
export const expectWholeChain = (events: readonly HistoryEvent[]): void => {
  expect(linkFaults(events)).toEqual([]);
};

/** Sends a request that must tell one thing: exactly one event more, linked to the chain, what was there untouched. */
export const oneEventMore = async (
  tracker: TestTracker,
  pk: string,
  act: () => Promise<Told>,
): Promise<{ told: Told; event: HistoryEvent }> => {
  const before = await eventsIn(tracker, pk);
  const told = await act();
  const after = await eventsIn(tracker, pk);
  expect({ status: told.status, events: after.length, body: told.body }).toMatchObject({ events: before.length + 1 });
  expect(after.slice(0, -1)).toEqual(before);
  expectWholeChain(after);
  const event = after.at(-1);
  if (event === undefined) throw new Error('no event was told');
  return { told, event };
};

/** Everything in the table, in one order; only tests scan. */
export const everythingStored = async (
  tracker: Pick<TestTracker, 'client' | 'tableName'>,
): Promise<readonly Item[]> => {
  const all: Item[] = [];
  let start: Item | undefined;
  do {
    const page: ScanCommandOutput = await tracker.client.send(
      new ScanCommand({
        TableName: tracker.tableName,
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    all.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  const keyOf = (item: Item): string => `${item.pk?.S}|${item.sk?.S}`;
  return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** Sends a request that must leave the whole table as it is. */
export const nothingStored = async (tracker: TestTracker, act: () => Promise<Told>): Promise<Told> => {
  const before = await everythingStored(tracker);
  const told = await act();
  expect(await everythingStored(tracker)).toEqual(before);
  return told;
};

/** A digest over everything in a table, whatever the order in which it was read. */
export const digestOfTable = async (table: Table): Promise<string> => {
  const items = await everythingStored({ client: table.client, tableName: table.name });
  return createHash('sha256')
    .update(items.map((item) => canonicalJson(item)).join('\n'))
    .digest('hex');
};
