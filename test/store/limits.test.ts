import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Item, itemKey, number, text } from '#store/table/items.ts';
import { transactionTooLarge } from '#store/table/limits.ts';
import { type Intent, putNew } from '#store/table/transaction.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const itemOf = (bytes: number, sk: string): Item => {
  const small = { ...itemKey({ pk: 'LIMITS', sk }), version: number(1), body: { B: new Uint8Array() } };
  // A number of one digit counts for two bytes.
  const rest = 'pk'.length + 'LIMITS'.length + 'sk'.length + sk.length + 'version'.length + 2 + 'body'.length;
  return { ...small, body: { B: new Uint8Array(bytes - rest) } };
};
const intentsOf = (items: readonly Item[]): readonly Intent[] =>
  items.map((item) => ({ name: 'item', item: putNew({ client: tracker.client, name: tracker.tableName }, item) }));
const isTaken = async (intents: readonly Intent[]): Promise<boolean> => {
  try {
    await tracker.client.send(new TransactWriteItemsCommand({ TransactItems: intents.map(({ item }) => item) }));
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: expect.stringMatching(/Validation|TransactionCanceled/) });
    return false;
  }
};
const tiny = (count: number, name: string): readonly Item[] =>
  Array.from({ length: count }, (_, n) => ({ ...itemKey({ pk: 'LIMITS', sk: `${name}-${n}` }), title: text('tiny') }));

describe('what is judged too large before it is sent', () => {
  const kilobyte = 1024;
  /** What is left of the store's 400 KB with room for the key of another organisation. */
  const largest = 400 * kilobyte - 128;

  it('an item of 400 KB less the room for another key is taken, by us and by the store', async () => {
    const intents = intentsOf([itemOf(largest, 'largest')]);
    expect(transactionTooLarge(intents)).toBeUndefined();
    expect(await isTaken(intents)).toBe(true);
  });

  it('an item of a byte more than 400 KB is not, and the store would refuse it', async () => {
    const intents = intentsOf([itemOf(400 * kilobyte + 1, 'too-large')]);
    expect(transactionTooLarge(intents)).toEqual({
      kind: 'too-large',
      what: 'item',
      size: 400 * kilobyte + 1,
      most: largest,
    });
    expect(await isTaken(intents)).toBe(false);
  });

  it('100 items are taken, and 101 are not', async () => {
    expect(transactionTooLarge(intentsOf(tiny(100, 'hundred')))).toBeUndefined();
    expect(await isTaken(intentsOf(tiny(100, 'hundred')))).toBe(true);
    expect(transactionTooLarge(intentsOf(tiny(101, 'more')))).toMatchObject({ what: 'transaction', size: 101 });
    expect(await isTaken(intentsOf(tiny(101, 'more')))).toBe(false);
  });

  it('just under 4 MB of items is taken, and 4 MB and more is not', async () => {
    const items = (last: number) => [
      ...Array.from({ length: 10 }, (_, n) => itemOf(largest, `of-ten-${last}-${n}`)),
      itemOf(last, `last-${last}`),
    ];
    expect(transactionTooLarge(intentsOf(items(90 * kilobyte)))).toBeUndefined();
    expect(await isTaken(intentsOf(items(90 * kilobyte)))).toBe(true);
    expect(transactionTooLarge(intentsOf(items(98 * kilobyte)))).toMatchObject({ what: 'transaction' });
    expect(await isTaken(intentsOf(items(98 * kilobyte)))).toBe(false);
  });
});
