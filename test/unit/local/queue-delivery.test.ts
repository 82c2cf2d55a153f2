import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Invocation } from '#local/function-thread.ts';
import { openQueue } from '#local/queue.ts';
import { failedOf, queueEventOf, startDelivery } from '#local/queue-delivery.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-delivery-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const received = (messageId: string) => ({
  messageId,
  receiptHandle: `receipt-${messageId}`,
  body: `{"month":"${messageId}"}`,
  receives: 2,
  sentAt: 1,
  firstReceivedAt: 3,
});
const answered = (answer: unknown): Invocation => ({ kind: 'answered', answer });
const failures = (...ids: string[]) =>
  answered({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe('what of a batch failed', () => {
  it.each([
    ['nothing, where the function names nothing', failures(), []],
    ['nothing, where it answers nothing', answered(null), []],
    ['nothing, where it answers an empty record', answered({}), []],
    ['what it names', failures('b'), ['b']],
    ['everything, where it names what it was not given', failures('b', 'z'), ['a', 'b']],
    ['everything, where it names an empty id', failures(''), ['a', 'b']],
    ['everything, where its answer has another shape', answered({ batchItemFailures: 'b' }), ['a', 'b']],
    ['everything, where it threw', { kind: 'failed', message: 'no' } as const, ['a', 'b']],
    ['everything, where it crashed', { kind: 'crashed', message: 'no' } as const, ['a', 'b']],
    ['everything, where it overran', { kind: 'timed-out' } as const, ['a', 'b']],
  ])('%s', (_, invocation, failed) => {
    expect([...failedOf([received('a'), received('b')], invocation)]).toEqual(failed);
  });
});

it('a batch has the shape that Lambda gives it', () => {
  expect(queueEventOf([received('a')], 'arn:aws:sqs:eu-west-2:000000000000:roll-up', 'eu-west-2')).toEqual({
    Records: [
      {
        messageId: 'a',
        receiptHandle: 'receipt-a',
        body: '{"month":"a"}',
        attributes: {
          ApproximateReceiveCount: '2',
          SentTimestamp: '1',
          SenderId: 'local',
          ApproximateFirstReceiveTimestamp: '3',
        },
        messageAttributes: {},
        md5OfBody: '888102c3b8fe4536a9f3d6b2b1a707f6',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-west-2:000000000000:roll-up',
        awsRegion: 'eu-west-2',
      },
    ],
  });
});

it('only what failed is delivered again, and what fails for good ends as a dead letter', async () => {
  const queue = openQueue({
    file: join(folder, 'queue.jsonl'),
    nowEpochMilliseconds: () => Date.now(),
    visibilityMilliseconds: 5_000,
    retryMilliseconds: 20,
    mostReceives: 3,
  });
  const seen: string[] = [];
  const troubles: string[] = [];
  const delivery = startDelivery({
    queue,
    invoke: async (event) => {
      const { Records } = event as ReturnType<typeof queueEventOf>;
      for (const record of Records) seen.push(record.body);
      return failures(...Records.filter((record) => record.body === 'bad').map((record) => record.messageId));
    },
    queueArn: 'arn',
    region: 'eu-west-2',
    batchSize: 10,
    atOnce: 1,
    nowEpochMilliseconds: () => Date.now(),
    onFailure: (sentence) => troubles.push(sentence),
  });
  queue.send('good');
  queue.send('bad');
  for (let waited = 0; queue.state().deadLetters.length === 0 && waited < 3_000; waited += 10) await pause(10);
  await delivery.stop();
  expect(seen.toSorted()).toEqual(['bad', 'bad', 'bad', 'good']);
  expect(queue.state()).toMatchObject({ waiting: 0, inWork: 0, deadLetters: [{ body: 'bad', receives: 3 }] });
  expect(troubles).toHaveLength(3);
});
