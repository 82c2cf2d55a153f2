import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '#local/create-table.ts';
import { projectFolder } from '#local/fresh-bundles.ts';
import { openQueue, type Queue } from '#local/queue.ts';
import { listen } from '#local/server.ts';
import { answerSqs } from '#local/sqs-endpoint.ts';
import type { Table } from '#store/table/client.ts';
import { type Client, clientOf } from './client.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type FunctionPool, startFunctionPool } from './function-pool.ts';
import { HttpAnswer } from './http-answer.ts';
import { type KillableEngine, killableEngine } from './killable-engine.ts';
import { eventOf, type RawRequest } from './request-event.ts';

/** A tracker of which every part can be hurt: engine, calls to it, function processes, queue. */
export interface TrackerInProcesses {
  readonly engine: KillableEngine;
  readonly proxy: FaultProxy;
  readonly pool: FunctionPool;
  readonly queue: Queue;
  /** Straight to the engine, past the proxy: what is really stored. */
  readonly table: Table;
  /** A client whose first attempt goes to the process at a slot, the next to the one after it. */
  client(slot: number): Client;
  stop(): Promise<void>;
}

const tableName = 'tracker-proved';

/** undefined: the process that had the request in work ended. */
const sendToPool = async (pool: FunctionPool, slot: number, request: RawRequest): Promise<HttpAnswer | undefined> => {
  const made = eventOf(request);
  if (made === undefined) throw new Error(`no route could be read from ${request.path}`);
  const reply = await pool.invoke(slot, made.host, made.event);
  if (reply.kind === 'lost') return undefined;
  return reply.kind === 'failed'
    ? { statusCode: 502, headers: {}, body: reply.message, bytes: Buffer.from(reply.message) }
    : HttpAnswer.parse(reply.answer);
};

const accessKey = { accessKeyId: 'prove', secretAccessKey: 'prove' };

/** The one key under which the processes call the queue. */
const granted = new Set([accessKey.accessKeyId]);

export const startTrackerInProcesses = async (processes: number): Promise<TrackerInProcesses> => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-proved-'));
  const engine = await killableEngine(join(folder, 'table'));
  await createTable(engine.endpoint, tableName, { stream: false });
  const proxy = await startFaultProxy(engine.port);
  const queue = openQueue({
    file: join(folder, 'queue'),
    nowEpochMilliseconds: Date.now,
    visibilityMilliseconds: 1,
    retryMilliseconds: 1,
    mostReceives: 1_000,
  });
  const server = await listen(0);
  const queueUrl = `http://127.0.0.1:${server.port}/local-queue/roll-up`;
  server.serve(async (request) => answerSqs(request, { queue, queueUrl, senders: granted, receivers: granted }));
  const pool = await startFunctionPool(processes, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: accessKey.accessKeyId,
    AWS_SECRET_ACCESS_KEY: accessKey.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    REQUESTS_PER_SECOND: '1000000',
    REQUESTS_AT_ONCE: '1000000',
    TABLE_NAME: tableName,
    DYNAMODB_ENDPOINT: proxy.endpoint,
    QUEUE_URL: queueUrl,
    SQS_ENDPOINT: `http://127.0.0.1:${server.port}/local-queue`,
    ISSUER: 'https://issuer.example',
    FONTS: join(projectFolder, 'dist/board/fonts'),
  });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-west-2',
    credentials: accessKey,
    maxAttempts: 10,
  });
  return {
    engine,
    proxy,
    pool,
    queue,
    table: { client, name: tableName },
    client: (slot) => clientOf((request, attempt) => sendToPool(pool, slot + attempt, request)),
    stop: async () => {
      await pool.stop();
      await proxy.stop();
      await server.stop();
      queue.close();
      client.destroy();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
