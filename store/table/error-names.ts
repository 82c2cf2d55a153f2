import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/*
 * The database's errors are recognised by their names. A bundle may leave the client's error classes out, and the client
 * then throws a plain service error that carries the name alone: `instanceof` of the class would never hold.
 */

const isNamed = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name;

/** The condition of a single write did not hold. */
export const isConditionFailed = (error: unknown): boolean => isNamed(error, 'ConditionalCheckFailedException');

/** A single write met a transaction on the same item, and was not done. */
export const isWriteConflict = (error: unknown): boolean => isNamed(error, 'TransactionConflictException');

/** A transaction was not committed; its reasons say which conditions did not hold. */
export const isTransactionCancelled = (error: unknown): error is TransactionCanceledException =>
  isNamed(error, 'TransactionCanceledException');

/** The same transaction was sent before, and the store still works on it. */
export const isTransactionInProgress = (error: unknown): boolean => isNamed(error, 'TransactionInProgressException');

/**
 * The reasons for which a transaction that was cancelled may be sent again as it is: others were in the way, or the store
 * had too much to do. Every other reason would be the same the next time.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export const passingReasons: ReadonlySet<string> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** The table that is to be made, or changed, is there or is being changed already. */
export const isResourceInUse = (error: unknown): boolean => isNamed(error, 'ResourceInUseException');
