import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { flattenClaims } from '#local/authorizer.ts';
import { createTable } from '#local/create-table.ts';
import { startEngine } from '#local/engine.ts';
import { httpEventOf } from '#local/http-event.ts';
import { openQueue } from '#local/queue.ts';
import { startDelivery } from '#local/queue-delivery.ts';
import { createRoutes } from '#local/routes.ts';
import { listen } from '#local/server.ts';
import { answerSqs } from '#local/sqs-endpoint.ts';
import { type HostName, operations, routeKeyOf } from '#schemas/operations.ts';
import type { Role } from '#schemas/people.ts';

export interface Person {
  readonly roles: readonly Role[];
  readonly subject: string;
  readonly organisation?: string;
}
export const people = {
  team: { roles: ['transformation-team'], subject: 'tara-team' },
  sro: { roles: ['sro'], subject: 'sam-sro' },
  otherSro: { roles: ['sro'], subject: 'olga-other' },
  finance: { roles: ['finance'], subject: 'fay-finance' },
  assurance: { roles: ['assurance'], subject: 'asha-assurance' },
  office: { roles: ['programme-office'], subject: 'pat-office' },
  board: { roles: ['board'], subject: 'bo-board' },
} as const satisfies Record<string, Person>;

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly as?: Person | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely and asserts on what it reads
  readonly body: any;
  readonly text: string;
}

type Handler = (
  event: unknown,
  context: unknown,
) => Promise<{ statusCode: number; headers: Record<string, string>; body: string }>;

const tableName = 'tracker-test';

/** The functions' real handlers on the real engine, with the local queue between them; events as the HTTP API makes them. */
export const startTestTracker = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-test-'));
  const engine = await startEngine({});
  await createTable(engine.endpoint, tableName);
  const queue = openQueue({
    file: join(folder, 'queue'),
    nowEpochMilliseconds: Date.now,
    visibilityMilliseconds: 30_000,
    retryMilliseconds: 50,
    mostReceives: 3,
  });
  const server = await listen(0);
  const queueUrl = `http://127.0.0.1:${server.port}/local-queue/roll-up`;
  server.serve(async (request) => answerSqs(request, { queue, queueUrl, senders: new Set(['test']) }));
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE_NAME: tableName,
    QUEUE_URL: queueUrl,
    SQS_ENDPOINT: `http://127.0.0.1:${server.port}/local-queue`,
    ISSUER: 'https://issuer.example',
    CLIENT_ID: 'tracker',
    ASSETS: join(process.cwd(), 'dist/front/assets'),
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'SILENT',
    DYNAMODB_ENDPOINT: engine.endpoint,
  });
  const handlers: Record<HostName, () => Promise<unknown>> = {
    commands: async () => (await import('../../functions/hosts/commands.ts')).handler,
    queries: async () => (await import('../../functions/hosts/queries.ts')).handler,
    board: async () => (await import('../../functions/hosts/board.ts')).handler,
    front: async () => (await import('../../functions/hosts/front.ts')).handler,
  };
  const handlerOf = async (host: HostName): Promise<Handler> => (await handlers[host]()) as Handler;
  const rollUp = (await import('../../functions/hosts/roll-up.ts')).handler;
  const context = { getRemainingTimeInMillis: () => 30_000, functionName: 'test', awsRequestId: 'test' };
  const failures: string[] = [];
  const delivery = startDelivery({
    queue,
    invoke: async (event) => {
      try {
        return { kind: 'answered', answer: await rollUp(event, context as never) };
      } catch (error) {
        return { kind: 'failed', message: String(error) } as never;
      }
    },
    queueArn: 'arn:aws:sqs:eu-west-2:000000000000:roll-up',
    region: 'eu-west-2',
    batchSize: 10,
    nowEpochMilliseconds: Date.now,
    onFailure: (sentence) => failures.push(sentence),
  });

  const match = createRoutes(operations.map(routeKeyOf));

  /** Sends a request by method and path, as a client would. */
  const send = async (method: string, path: string, asked: Asked = {}): Promise<Told> => {
    const found = match(method, path);
    if (found === undefined) throw new Error(`no route could be read from ${path}`);
    const operation = operations.find((one) => routeKeyOf(one) === found.routeKey);
    const person = asked.as === undefined ? people.team : asked.as;
    const claims =
      asked.claims ??
      (person === null
        ? undefined
        : { sub: person.subject, organisation: (person as Person).organisation ?? 'council', roles: person.roles });
    const body = asked.rawBody ?? (asked.body === undefined ? '' : JSON.stringify(asked.body));
    const event = httpEventOf(
      {
        method,
        path,
        query: asked.query ?? '',
        headers: {
          ...(body === '' ? {} : { 'content-type': 'application/json' }),
          ...Object.fromEntries(
            Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
          ),
        },
        body: Buffer.from(body),
      },
      {
        match: found,
        claims: operation?.roles === 'anyone' || claims === undefined ? undefined : flattenClaims(claims),
        requestId: randomUUID(),
        atEpochMilliseconds: Date.now(),
        sourceIp: '127.0.0.1',
        domainName: 'localhost',
      },
    );
    const answer = await (await handlerOf(operation?.host ?? 'front'))(event, context);
    let parsed: unknown = answer.body;
    try {
      parsed = JSON.parse(answer.body);
    } catch {
      // text of another type
    }
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value])),
      body: parsed,
      text: answer.body,
    };
  };

  /** Asks for an operation by its id. POSTs get a fresh Idempotency-Key unless one is given. */
  const ask = async (operationId: string, asked: Asked = {}): Promise<Told> => {
    const operation = operations.find((one) => one.id === operationId);
    if (operation === undefined) throw new Error(`no operation ${operationId}`);
    const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
      encodeURIComponent(asked.params?.[name] ?? ''),
    );
    const headers = {
      ...(operation.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...asked.headers,
    };
    return send(operation.method, path, { ...asked, headers });
  };

  const must = async (operationId: string, asked: Asked = {}): Promise<Told> => {
    const told = await ask(operationId, asked);
    if (told.status >= 300) throw new Error(`${operationId} answered ${told.status}: ${told.text}`);
    return told;
  };

  /** Waits until the queue has nothing left to do. */
  const settled = async (): Promise<void> => {
    for (let tries = 0; tries < 600; tries += 1) {
      const state = queue.state();
      if (state.waiting === 0 && state.inWork === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the queue did not settle: ${failures.join('; ')}`);
  };

  const client = new DynamoDBClient({ endpoint: engine.endpoint });
  return {
    send,
    ask,
    must,
    settled,
    rollUp: (event: unknown) => rollUp(event, context as never),
    queue,
    failures,
    client,
    tableName,
    endpoint: engine.endpoint,
    /** The items of a partition, as stored. */
    stored: async (pk: string) =>
      (
        await client.send(
          new QueryCommand({
            TableName: tableName,
            KeyConditionExpression: '#pk = :pk',
            ExpressionAttributeNames: { '#pk': 'pk' },
            ExpressionAttributeValues: { ':pk': { S: pk } },
            ConsistentRead: true,
          }),
        )
      ).Items ?? [],
    stop: async () => {
      await delivery.stop();
      await server.stop();
      queue.close();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type TestTracker = Awaited<ReturnType<typeof startTestTracker>>;
