import * as z from 'zod';
import { startForwardingProxy } from './forwarding-proxy.ts';

/** A value of an item, from the SDK or over the wire, where bytes are in base64. */
interface Value {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
  readonly B?: Uint8Array | string | undefined;
  readonly L?: readonly Value[] | undefined;
  readonly M?: Readonly<Record<string, Value>> | undefined;
}

/**
 * What DynamoDB counts for a value: text in UTF-8, bytes, a number at a byte for two digits and one more, a list or map at
 * three and one for each of its members, true, false and null at one.
 */
const valueBytes = ({ S, N, B, L, M }: Value): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  if (B !== undefined) return typeof B === 'string' ? Buffer.from(B, 'base64').length : B.length;
  if (L !== undefined) return L.reduce((sum, one) => sum + valueBytes(one) + 1, 3);
  if (M !== undefined) return itemBytes(M) + Object.keys(M).length + 3;
  return 1;
};

/** What an item counts for: the names and values of its attributes. */
export const itemBytes = (item: Readonly<Record<string, Value>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

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

const Value: z.ZodType<Value> = z.lazy(() =>
  z.object({
    S: z.string().optional(),
    N: z.string().optional(),
    B: z.string().optional(),
    L: z.array(Value).optional(),
    M: z.record(z.string(), Value).optional(),
  }),
);
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
            Item: z.record(z.string(), Value),
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

/** Calls, and what they took together. */
export const chargedFor = (calls: readonly ChargedCall[]): Charged => ({
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
    charged: async <T>(act: () => Promise<T>): Promise<Charged & { readonly answer: T }> => {
      const from = calls.length;
      const answer = await act();
      return { answer, ...chargedFor(calls.slice(from)) };
    },
  };
};

export type CapacityMeter = Awaited<ReturnType<typeof startCapacityMeter>>;
