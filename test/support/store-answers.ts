import * as z from 'zod';
import type { FaultKind } from './fault-kinds.ts';

/* What DynamoDB answers in place of what it was asked for, in its own words. */

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

const headers = { 'content-type': 'application/x-amz-json-1.0' };

const engineError = (status: number, name: string, message: string, more: object = {}): Answer => ({
  status,
  headers,
  body: Buffer.from(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message, ...more })),
});

export const internalError = engineError(500, 'InternalServerError', 'Internal server error');
export const emptyAnswer: Answer = {
  status: 200,
  headers,
  body: Buffer.from('{"Count":0,"ScannedCount":0,"Items":[]}'),
};

const TransactBody = z.object({ TransactItems: z.array(z.unknown()) });

/** A reason for each item, one of them why the transaction is cancelled. */
const cancelled = (body: Buffer, which: number, Code: string, Message: string): Answer => {
  const { TransactItems } = TransactBody.parse(JSON.parse(body.toString('utf8')));
  const where = which % TransactItems.length;
  const CancellationReasons = TransactItems.map((_, n) => (n === where ? { Code, Message } : { Code: 'None' }));
  return engineError(400, 'TransactionCanceledException', 'Transaction cancelled', { CancellationReasons });
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling */
const conflict = (target: string, body: Buffer, which: number): Answer =>
  target === 'TransactWriteItems'
    ? cancelled(body, which, 'TransactionConflict', 'Transaction is ongoing for the item')
    : engineError(400, 'TransactionConflictException', 'Transaction is ongoing for the item');

/** A batch of which nothing was read, as where its partition is throttled. */
const unprocessed = (body: Buffer): Answer => ({
  status: 200,
  headers,
  body: Buffer.from(JSON.stringify({ Responses: {}, UnprocessedKeys: JSON.parse(body.toString('utf8')).RequestItems })),
});

/** What a fault is answered with, where the store is not asked at all; undefined for every other fault. */
export const answerInstead = (kind: FaultKind, target: string, body: Buffer, which: number): Answer | undefined => {
  switch (kind) {
    case 'throttled':
      return engineError(400, 'ThrottlingException', 'Rate exceeded');
    case 'conflict':
      return conflict(target, body, which);
    case 'refused':
      return cancelled(body, which, 'ItemCollectionSizeLimitExceeded', 'Collection size exceeded');
    case 'in-progress':
      return engineError(400, 'TransactionInProgressException', 'The transaction is in progress');
    case 'unprocessed':
      return unprocessed(body);
    case 'internal':
      return internalError;
    default:
      return undefined;
  }
};
