import * as z from 'zod';
import { startForwardingProxy } from '../../prove/forwarding-proxy.ts';

/** Bytes as the SDK gives them, or in base64 as they go over the wire. */
const bytesIn = (value: Uint8Array | string): number =>
  typeof value === 'string' ? Buffer.from(value, 'base64').length : value.length;

/** A text, a number or bytes, from the SDK or over the wire: the kinds that the table's items are made of. */
interface Value {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
  readonly B?: Uint8Array | string | undefined;
}

/** What an item counts for: its attributes' names and values in UTF-8 or bytes, a number at a byte for two digits and one more. */
export const itemBytes = (item: Readonly<Record<string, Value>>): number =>
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
  /** The access key that it was signed with: on the local stack, the function's name. */
  readonly who: string;
  /** As in `GetItem`. */
  readonly action: string;
  /** The partitions of its keys or of its range; of a transaction, none. */
  readonly partitions: readonly string[];
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

const Text = z.object({ S: z.string() });
const Key = z.object({ pk: Text });
const Given = z.object({
  Key: Key.optional(),
  RequestItems: z.record(z.string(), z.union([z.object({ Keys: z.array(Key) }), z.array(z.unknown())])).optional(),
  TransactItems: z
    .array(
      z.object({
        Put: z
          .object({
            Item: z.record(
              z.string(),
              z.object({ S: z.string().optional(), N: z.string().optional(), B: z.string().optional() }),
            ),
          })
          .optional(),
      }),
    )
    .optional(),
  ExpressionAttributeValues: z.object({ ':pk': Text.optional() }).optional(),
});
type Given = z.infer<typeof Given>;
const Consumed = z.object({ CapacityUnits: z.number() });
const Answered = z.object({ ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional() });

const writing = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

const partitionsOf = ({ Key, RequestItems, ExpressionAttributeValues }: Given): readonly string[] => [
  ...[Key?.pk.S ?? ExpressionAttributeValues?.[':pk']?.S ?? []].flat(),
  ...Object.values(RequestItems ?? {}).flatMap((asked) => ('Keys' in asked ? asked.Keys.map(({ pk }) => pk.S) : [])),
];

const putsIn = ({ TransactItems }: Given): ChargedCall['puts'] =>
  (TransactItems ?? []).flatMap(({ Put }) =>
    Put === undefined
      ? []
      : [{ what: (Put.Item.sk?.S ?? '').split('#').slice(0, 2).join('#'), bytes: itemBytes(Put.Item) }],
  );

const sumOf = (calls: readonly ChargedCall[]): Charged => ({
  calls,
  readUnits: calls.reduce((sum, one) => sum + one.readUnits, 0),
  writeUnits: calls.reduce((sum, one) => sum + one.writeUnits, 0),
});

/** Stands in front of a DynamoDB endpoint, asks it with every call what the call consumes, and keeps what it says. */
export const startCapacityMeter = async (endpoint: string) => {
  const calls: ChargedCall[] = [];
  const proxy = await startForwardingProxy(endpoint, async ({ who, target, body }, onward) => {
    const action = target.split('.').at(-1) ?? '';
    if (!/Item|Query|Scan/.test(action)) return onward(body);
    const asked: unknown = JSON.parse(body);
    const answer = await onward(
      JSON.stringify({ ...z.looseObject({}).parse(asked), ReturnConsumedCapacity: 'INDEXES' }),
    );
    if (answer.status === 200) {
      const given = Given.parse(asked);
      const consumed = [Answered.parse(JSON.parse(answer.body)).ConsumedCapacity ?? []].flat();
      const units = consumed.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      const isWrite = writing.has(action);
      calls.push({
        who,
        action,
        partitions: partitionsOf(given),
        puts: putsIn(given),
        readUnits: isWrite ? 0 : units,
        writeUnits: isWrite ? units : 0,
      });
    }
    return answer;
  });
  return {
    ...proxy,
    /** What was charged for all that was asked while `act` ran. */
    charged: async <T>(act: () => Promise<T>): Promise<Charged & { readonly told: T }> => {
      const from = calls.length;
      const told = await act();
      return { told, ...sumOf(calls.slice(from)) };
    },
  };
};

export type CapacityMeter = Awaited<ReturnType<typeof startCapacityMeter>>;
