import { type Item, itemBytes } from './items.ts';
import type { Intent } from './transaction.ts';

/*
 * What the store takes at most, and a little less than it for a review's position:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */

/** Keys, names and values. */
const largestItemBytes = 400 * 1024;
const mostItems = 100;
const mostTransactionBytes = 4 * 1024 * 1024;

/**
 * A review's position, packed: below an item's limit, because the first change of a later month keeps all of it, from
 * the card and the detail card together, in one item.
 */
const largestPositionBytes = 360 * 1024;

/** What is too large to be written, in bytes or, of a transaction, items. */
export interface TooLarge {
  readonly kind: 'too-large';
  readonly what: 'item' | 'position' | 'transaction';
  readonly size: number;
  readonly most: number;
}

const tooLarge = (what: TooLarge['what'], size: number, most: number): TooLarge | undefined =>
  size > most ? { kind: 'too-large', what, size, most } : undefined;

/** Whether a card and its detail card hold more than a review may. */
export const positionTooLarge = (cards: readonly Item[]): TooLarge | undefined =>
  tooLarge(
    'position',
    cards.reduce((sum, { body }) => sum + (body === undefined ? 0 : itemBytes({ body })), 0),
    largestPositionBytes,
  );

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
