import { DynamoDBClient, GetItemCommand, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { causeOf } from '#functions/http/log.ts';

/* What a line says of a failure of AWS: its codes and ids, by which AWS's own logs and its support find it, and never its words. */

const words = 'Item {"title":"Sam Sro is late"} was refused';
const metadata = { requestId: 'V4A7', httpStatusCode: 400, attempts: 3 };

it('a failure of the store is logged by its name, the id that AWS gave it, its status and how often it was tried', () => {
  const failure = Object.assign(new Error(words), { name: 'ThrottlingException', $metadata: metadata });
  const cause = causeOf(failure);
  expect(cause).toMatchObject({ error: 'ThrottlingException', awsRequest: 'V4A7', awsStatus: 400, attempts: 3 });
  expect(JSON.stringify(cause)).not.toContain('Sam Sro');
});

it('a transaction that was cancelled says for which reasons, item by item', () => {
  const failure = new TransactionCanceledException({
    message: words,
    $metadata: metadata,
    CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError', Message: words }, {}],
  });
  const cause = causeOf(failure);
  expect(cause).toMatchObject({ awsRequest: 'V4A7', reasons: ['None', 'ValidationError', 'None'] });
  expect(JSON.stringify(cause)).not.toContain('Sam Sro');
});

it('an address that does not answer is logged by the code of the connection', async () => {
  const client = new DynamoDBClient({
    endpoint: 'http://127.0.0.1:1',
    region: 'eu-west-2',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 2,
  });
  const asked = client.send(new GetItemCommand({ TableName: 'tracker', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }));
  const failure: unknown = await asked.catch((error: unknown) => error);
  client.destroy();
  expect(causeOf(failure)).toMatchObject({ code: 'ECONNREFUSED', attempts: 2 });
});

it('what is no error is logged as unknown', () => {
  expect(causeOf(words)).toEqual({ error: 'unknown' });
});
