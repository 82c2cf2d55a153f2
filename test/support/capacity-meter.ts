import { Agent, createServer, request } from 'node:http';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Bytes as the SDK gives them, or in base64 as they go over the wire. */
const bytesIn = (value: Uint8Array | string): number =>
  typeof value === 'string' ? Buffer.from(value, 'base64').length : value.length;

/** What an item counts for: its attributes' names and values in UTF-8 or bytes, a number at a byte for two digits and one more. */
export const itemBytes = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) =>
      sum +
      Buffer.byteLength(name) +
      (value.S === undefined
        ? value.B === undefined
          ? Math.ceil((value.N ?? '').length / 2) + 1
          : bytesIn(value.B)
        : Buffer.byteLength(value.S)),
    0,
  );

/** One call as the engine charged it, in capacity units; an index's units are among them. */
export interface ChargedCall {
  /** As in `GetItem`. */
  readonly action: string;
  /** The partition of its key or range; of a batch or transaction, none. */
  readonly partition: string;
  /** What a transaction puts: the sort key up to its second `#`, and the item's bytes. */
  readonly puts: readonly { readonly what: string; readonly bytes: number }[];
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface Charged {
  readonly calls: readonly ChargedCall[];
  readonly readUnits: number;
  readonly writeUnits: number;
}

interface ConsumedCapacity {
  readonly CapacityUnits?: number;
}
interface Given {
  readonly Key?: { readonly pk?: { readonly S?: string } };
  readonly TransactItems?: readonly { readonly Put?: { readonly Item: Record<string, AttributeValue> } }[];
  readonly ExpressionAttributeValues?: { readonly ':pk'?: { readonly S?: string } };
}
interface Answered {
  readonly ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[];
}

const writing = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

const partitionOf = ({ Key, ExpressionAttributeValues }: Given): string =>
  Key?.pk?.S ?? ExpressionAttributeValues?.[':pk']?.S ?? '';

const putsIn = ({ TransactItems }: Given): ChargedCall['puts'] =>
  (TransactItems ?? []).flatMap(({ Put }) =>
    Put === undefined
      ? []
      : [{ what: (Put.Item.sk?.S ?? '').split('#').slice(0, 2).join('#'), bytes: itemBytes(Put.Item) }],
  );

const unitsOf = ({ ConsumedCapacity: consumed }: Answered): number =>
  [consumed ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);

/**
 * Stands on the loopback address in front of a DynamoDB endpoint, asks it with every call what the call consumes, and
 * keeps what it says. Nothing in the functions knows of it: they are given its address for the engine's.
 */
export const startCapacityMeter = async (endpoint: string) => {
  const calls: ChargedCall[] = [];
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);
  const server = createServer(async (asked, answer) => {
    try {
      const parts: Buffer[] = [];
      for await (const part of asked) parts.push(Buffer.from(part));
      const action = asked.headers['x-amz-target']?.toString().split('.').at(-1) ?? '';
      const given = Buffer.concat(parts).toString('utf8');
      const metered = /Item|Query|Scan/.test(action);
      const body = Buffer.from(
        metered ? JSON.stringify({ ...JSON.parse(given), ReturnConsumedCapacity: 'INDEXES' }) : given,
      );
      const onward = request(
        {
          hostname,
          port,
          agent,
          method: asked.method,
          path: asked.url,
          headers: { ...asked.headers, 'content-length': body.length },
        },
        async (answered) => {
          try {
            const back: Buffer[] = [];
            for await (const part of answered) back.push(Buffer.from(part));
            const text = Buffer.concat(back);
            if (metered && answered.statusCode === 200) {
              const units = unitsOf(JSON.parse(text.toString('utf8')) as Answered);
              const isWrite = writing.has(action);
              calls.push({
                action,
                partition: partitionOf(JSON.parse(given) as Given),
                puts: putsIn(JSON.parse(given) as Given),
                readUnits: isWrite ? 0 : units,
                writeUnits: isWrite ? units : 0,
              });
            }
            answer.writeHead(answered.statusCode ?? 502, answered.headers);
            answer.end(text);
          } catch {
            answer.destroy();
          }
        },
      );
      onward.once('error', (fault) => answer.destroy(fault));
      onward.end(body);
    } catch {
      // Whoever asked broke off.
      answer.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('the meter has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    /** What was charged for all that was asked while `act` ran. */
    charged: async <T>(act: () => Promise<T>): Promise<Charged & { readonly told: T }> => {
      const from = calls.length;
      const told = await act();
      const these = calls.slice(from);
      return {
        told,
        calls: these,
        readUnits: these.reduce((sum, one) => sum + one.readUnits, 0),
        writeUnits: these.reduce((sum, one) => sum + one.writeUnits, 0),
      };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      agent.destroy();
    },
  };
};

export type CapacityMeter = Awaited<ReturnType<typeof startCapacityMeter>>;
