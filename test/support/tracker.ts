import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { queryAll } from '#store/table/items.ts';
import { type Asked, type Clock, clientOf, type Told } from './client.ts';
import { startTrackerInOneProcess } from './tracker-in-one-process.ts';

export { type Asked, type Clock, people, type Told } from './client.ts';
export type { Person } from './request-event.ts';

/** The functions' real handlers on the real engine, with the local queue between them, and a client of them. */
export const startTestTracker = async (clock: Clock = 'of-now') => {
  const tracker = await startTrackerInOneProcess();
  const client = clientOf(async (request) => {
    const answer = await tracker.send(request);
    if (answer === undefined) throw new Error(`no route could be read from ${request.path}`);
    return answer;
  }, clock);
  return {
    ...client,
    settled: tracker.settled,
    rollUp: tracker.rollUp,
    queue: tracker.queue,
    failures: tracker.failures,
    client: tracker.table.client,
    tableName: tracker.table.name,
    table: tracker.table,
    endpoint: tracker.endpoint,
    /** Every item of the table, as stored. */
    everything: async () =>
      (await tracker.table.client.send(new ScanCommand({ TableName: tracker.table.name, ConsistentRead: true })))
        .Items ?? [],
    /** The items of a partition, as stored. */
    stored: (pk: string) => queryAll(tracker.table, { pk }),
    stop: tracker.stop,
  };
};

export type TestTracker = Awaited<ReturnType<typeof startTestTracker>>;

type AskById = (operationId: string, asked?: Asked) => Promise<Told>;
/** A tracker whose operations are not all known when types are checked: a test declares some of its own. */
export type TrackerOfMore = Omit<TestTracker, 'ask' | 'must'> & { readonly ask: AskById; readonly must: AskById };
