import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { vi } from 'vitest';
import type { Told } from './tracker.ts';

export type Asks = () => Promise<Told>;

/** What is answered where the first asks, and just before it commits the other is done. */
export const between = async (first: Asks, other: Asks): Promise<readonly [Told, Told]> => {
  const { send } = DynamoDBClient.prototype;
  const others: Told[] = [];
  const spy = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBClient,
    ...given: unknown[]
  ) {
    if (given[0] instanceof TransactWriteItemsCommand) {
      spy.mockRestore();
      others.push(await other());
    }
    return Reflect.apply(send, this, given);
  } as never);
  const told = await first();
  const [toldBetween] = others;
  if (toldBetween === undefined) throw new Error('nothing was committed');
  return [told, toldBetween];
};
