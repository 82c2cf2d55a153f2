import { type Item, itemBytes } from './items.ts';
import type { Intent } from './transaction.ts';

/*
 * What the store takes at most and a little less than it for a part of a review's position:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */

/** Keys, names and values, and room for the key of whichever organisation a programme goes to: a name has at most 128 characters. */
const largestItemBytes = 400 * 1024 - 128;
const mostItems = 100;
const mostTransactionBytes = 4 * 1024 * 1024;

/**
 * A part of a review's position: below an item's limit, because the first change of a later month keeps it, with a little
 * more, as its month end.
 */
const largestPartBytes = 360 * 1024;

/** What is too large to be written, in bytes or, of a transaction, items. */
export interface TooLarge {
  readonly kind: 'too-large';
  readonly what: 'item' | 'part' | 'transaction';
  readonly size: number;
  readonly most: number;
}

const tooLarge = (what: TooLarge['what'], size: number, most: number): TooLarge | undefined =>
  size > most ? { kind: 'too-large', what, size, most } : undefined;

/** Whether what one register of a review comes to is more than its part may hold. */
export const partTooLarge = (part: Item | undefined): TooLarge | undefined =>
  part === undefined ? undefined : tooLarge('part', itemBytes(part), largestPartBytes);

/** Whether the store would refuse a transaction for its size. */
export const transactionTooLarge = (intents: readonly Intent[]): TooLarge | undefined => {
  const sizes = intents.map(({ item }) => itemBytes(item.Put?.Item ?? item.ConditionCheck?.Key ?? {}));
  return (
    tooLarge('item', Math.max(0, ...sizes), largestItemBytes) ??
    tooLarge('transaction', intents.length, mostItems) ??
    tooLarge(
      'transaction',
      sizes.reduce((sum, size) => sum + size, 0),
      mostTransactionBytes,
    )
  );
};
