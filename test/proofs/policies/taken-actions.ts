import * as z from 'zod';
import { table } from '#store/table/table-definition.ts';
import type { Call } from '../../../bench/capacity/forwarding-proxy.ts';

/** What a function did, in the terms in which IAM grants it. */
export interface TakenAction {
  readonly who: string;
  /** `dynamodb:Query`. */
  readonly action: string;
  /** `table/<name>`, `table/<name>/index/<name>` or `queue`. */
  readonly on: string;
  /** The partition keys that it named. */
  readonly keys: readonly string[];
}

const Item = z.record(z.string(), z.looseObject({ S: z.string().optional() }));
type Item = z.infer<typeof Item>;
const Named = z.object({ TableName: z.string().optional(), Key: Item.optional(), Item: Item.optional() });
type Named = z.infer<typeof Named>;
/** What is read here of any call's body. */
const Body = Named.extend({
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ExpressionAttributeValues: Item.optional(),
  TransactItems: z.array(z.record(z.string(), Named)).optional(),
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(Item).optional() })).optional(),
});
type Body = z.infer<typeof Body>;

const partitionOf = (item: Item | undefined): readonly string[] => {
  const key = item?.[table.partitionKey]?.S;
  return key === undefined ? [] : [key];
};

/** The partition that a query's condition holds it to, as in `#pk = :pk AND begins_with(#sk, :begins)`. */
const partitionAsked = (body: Body): readonly string[] => {
  const partitionKey = body.IndexName === undefined ? table.partitionKey : table.index.partitionKey;
  const equalities = [...(body.KeyConditionExpression ?? '').matchAll(/([#\w]+)\s*=\s*(:\w+)/g)];
  return equalities.flatMap(([, name = '', value = '']) => {
    const key = body.ExpressionAttributeValues?.[value]?.S;
    return (body.ExpressionAttributeNames?.[name] ?? name) === partitionKey && key !== undefined ? [key] : [];
  });
};

// A transaction is granted by the actions of its items.
const ofTransaction: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

/**
 * The actions that a call of the table takes. One that the functions make nowhere today comes as its own name with
 * the keys that can be seen, so that it is judged too, and refused.
 */
export const tableActionsOf = ({ who, target, body: text }: Call): readonly TakenAction[] => {
  const operation = target.split('.').at(-1) ?? target;
  const body = Body.parse(JSON.parse(text));
  const tableOf = (named: Named): string => `table/${named.TableName}`;
  if (body.TransactItems !== undefined)
    return body.TransactItems.flatMap((one) =>
      Object.entries(one).map(([kind, named]) => ({
        who,
        action: ofTransaction[kind] ?? `dynamodb:${kind}`,
        on: tableOf(named),
        keys: partitionOf(named.Key ?? named.Item),
      })),
    );
  const action = `dynamodb:${operation}`;
  if (body.RequestItems !== undefined)
    return Object.entries(body.RequestItems).map(([name, { Keys = [] }]) => ({
      who,
      action,
      on: `table/${name}`,
      keys: [...new Set(Keys.flatMap(partitionOf))],
    }));
  return [
    {
      who,
      action,
      on: `${tableOf(body)}${body.IndexName === undefined ? '' : `/index/${body.IndexName}`}`,
      keys: operation === 'Query' ? partitionAsked(body) : partitionOf(body.Key ?? body.Item),
    },
  ];
};

/** Sending in a batch is granted as sending. */
export const queueActionOf = ({ who, target }: Call): TakenAction => ({
  who,
  action: target.replace('AmazonSQS.', 'sqs:').replace(/Batch$/, ''),
  on: 'queue',
  keys: [],
});

/** Each kind of action once. */
export const distinct = (actions: readonly TakenAction[]): readonly TakenAction[] => [
  ...new Map(actions.map((one) => [JSON.stringify(one), one])).values(),
];
