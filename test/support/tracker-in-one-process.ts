import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '#local/create-table.ts';
import { startEngine } from '#local/engine.ts';
import { openQueue, type Queue } from '#local/queue.ts';
import { startDelivery } from '#local/queue-delivery.ts';
import { listen } from '#local/server.ts';
import { answerSqs } from '#local/sqs-endpoint.ts';
import { rollUpMilliseconds } from '#local/tracker-functions.ts';
import type { HostName } from '#schemas/operations.ts';
import type { Table } from '#store/table/client.ts';
import { at } from './clock.ts';
import { loadHandler } from './function-handlers.ts';
import { HttpAnswer } from './http-answer.ts';
import { eventOf, type RawRequest } from './request-event.ts';

/** The functions' real handlers on the real engine in this process, with the local queue between them. */
export interface TrackerInOneProcess {
  /** Sends a request as the HTTP API hands it on; undefined: the path cannot be read. */
  send(request: RawRequest): Promise<HttpAnswer | undefined>;
  /** Calls the roll-up with an event of the schedule or of the queue. */
  rollUp(event: unknown): Promise<unknown>;
  /** Waits until the queue has nothing left to do. */
  settled(): Promise<void>;
  readonly queue: Queue;
  /** A sentence for each batch of which something failed. */
  readonly failures: readonly string[];
  readonly table: Table;
  readonly endpoint: string;
  stop(): Promise<void>;
}

const tableName = 'tracker-test';
const region = 'eu-west-2';
const mostMillisecondsToSettle = 60_000;
const settledPollMilliseconds = 4;
const contextOf = (milliseconds: number) => ({
  getRemainingTimeInMillis: () => milliseconds,
  functionName: 'test',
  awsRequestId: 'test',
});
const context = contextOf(30_000);
/** A roll-up has the time that it has on AWS: a slow machine makes no month fail. */
const rollUpContext = contextOf(rollUpMilliseconds);

/** What the handlers read from the environment. */
const setEnvironment = (engineEndpoint: string, serverPort: number, queueUrl: string): void => {
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE_NAME: tableName,
    QUEUE_URL: queueUrl,
    SQS_ENDPOINT: `http://127.0.0.1:${serverPort}/local-queue`,
    ISSUER: 'https://issuer.example',
    FONTS: join(import.meta.dirname, '../../dist/board/fonts'),
    ASSETS: join(import.meta.dirname, '../../dist/front/assets'),
    // Few people send thousands of requests here; a test of the limit gives its own.
    REQUESTS_PER_SECOND: process.env.REQUESTS_PER_SECOND ?? '1000000',
    REQUESTS_AT_ONCE: process.env.REQUESTS_AT_ONCE ?? '1000000',
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'SILENT',
    POWERTOOLS_METRICS_DISABLED: process.env.POWERTOOLS_METRICS_DISABLED ?? 'true',
    RETRY_SECONDS: process.env.RETRY_SECONDS ?? '0',
    DYNAMODB_ENDPOINT: engineEndpoint,
  });
};

type Handler = Awaited<ReturnType<typeof loadHandler>>;

/** The local queue hands its messages to the roll-up. */
const deliverTo = (rollUp: Handler, queue: Queue, onFailure: (sentence: string) => void) =>
  startDelivery({
    queue,
    invoke: async (event) => {
      try {
        return { kind: 'answered', answer: await rollUp(event, rollUpContext) };
      } catch (error) {
        return { kind: 'failed', message: String(error) };
      }
    },
    queueArn: `arn:aws:sqs:${region}:000000000000:roll-up`,
    region,
    batchSize: 1,
    atOnce: 5,
    nowEpochMilliseconds: Date.now,
    onFailure,
  });

const untilSettled = async (queue: Queue, failures: readonly string[]): Promise<void> => {
  const start = performance.now();
  for (;;) {
    const { waiting, inWork } = queue.state();
    if (waiting === 0 && inWork === 0) return;
    if (performance.now() - start > mostMillisecondsToSettle)
      throw new Error(`the queue did not settle: ${failures.join('; ')}`);
    await pause(settledPollMilliseconds);
  }
};

let started = 0;

/** The handlers read this process's environment: a process has one tracker at a time. */
export const startTrackerInOneProcess = async (): Promise<TrackerInOneProcess> => {
  const givenEndpoint = process.env.DYNAMODB_ENDPOINT;
  started += 1;
  const tracker = started;
  const folder = mkdtempSync(join(tmpdir(), 'tracker-test-'));
  const engine = await startEngine({});
  await createTable(engine.endpoint, tableName, { stream: false });
  const queue = openQueue({
    file: join(folder, 'queue'),
    nowEpochMilliseconds: Date.now,
    visibilityMilliseconds: rollUpMilliseconds + 60_000,
    retryMilliseconds: 50,
    mostReceives: 3,
  });
  const server = await listen(0);
  const queueUrl = `http://127.0.0.1:${server.port}/local-queue/roll-up`;
  server.serve(async (request) =>
    answerSqs(request, { queue, queueUrl, senders: new Set(['test']), receivers: new Set(['test']) }),
  );
  setEnvironment(engine.endpoint, server.port, queueUrl);
  const rollUp = await loadHandler('roll-up', tracker);
  const failures: string[] = [];
  const delivery = deliverTo(rollUp, queue, (sentence) => failures.push(sentence));
  const ask = async (host: HostName, event: unknown): Promise<HttpAnswer> =>
    HttpAnswer.parse(await (await loadHandler(host, tracker))(event, context));
  const client = new DynamoDBClient({ endpoint: engine.endpoint });
  return {
    send: async (request) => {
      const made = eventOf(request);
      if (made === undefined) return undefined;
      const answer = () => ask(made.host, made.event);
      return request.recordedAt === undefined ? answer() : at(request.recordedAt, answer);
    },
    rollUp: (event) => rollUp(event, rollUpContext),
    settled: () => untilSettled(queue, failures),
    queue,
    failures,
    table: { client, name: tableName },
    endpoint: engine.endpoint,
    stop: async () => {
      await delivery.stop();
      await server.stop();
      queue.close();
      client.destroy();
      await engine.stop();
      if (givenEndpoint === undefined) delete process.env.DYNAMODB_ENDPOINT;
      else process.env.DYNAMODB_ENDPOINT = givenEndpoint;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
