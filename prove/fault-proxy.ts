import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Chance } from './chance.ts';

/** What goes wrong between the SDK and the store. `reset-after`, `internal-after`: the store did it, and nobody was told. */
export const faultKinds = [
  'throttled',
  'conflict',
  'internal',
  'internal-after',
  'hang',
  'reset-before',
  'reset-after',
  'stale-index',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultProxy {
  readonly endpoint: string;
  /** Calls that came in, those that met a fault included. */
  calls(): number;
  faults(): Readonly<Record<FaultKind, number>>;
  /** The share of calls that meet a fault from now on. */
  inject(share: number): void;
  /** Called after a write is committed, before it is answered; false: the answer is never given. */
  onCommitted(hook: ((target: string) => boolean | Promise<boolean>) | undefined): void;
  stop(): Promise<void>;
}

const writes = new Set(['TransactWriteItems', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
const TransactBody = z.object({ TransactItems: z.array(z.unknown()) });

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

const engineError = (status: number, name: string, message: string, more: object = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message, ...more })),
});

/** As DynamoDB says it: a reason for each item, one of them the conflict. */
const conflictOf = (body: Buffer, chance: Chance): Answer => {
  const { TransactItems } = TransactBody.parse(JSON.parse(body.toString('utf8')));
  const where = chance.below(TransactItems.length);
  const CancellationReasons = TransactItems.map((_, n) =>
    n === where ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  );
  return engineError(400, 'TransactionCanceledException', 'Transaction cancelled', { CancellationReasons });
};

const emptyAnswer: Answer = {
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from('{"Count":0,"ScannedCount":0,"Items":[]}'),
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

/** A proxy on the loopback address in front of the engine, with faults by a seed. */
export const startFaultProxy = async (enginePort: number, chance: Chance): Promise<FaultProxy> => {
  const agent = new Agent({ keepAlive: true });
  const counted: Record<FaultKind, number> = {
    throttled: 0,
    conflict: 0,
    internal: 0,
    'internal-after': 0,
    hang: 0,
    'reset-before': 0,
    'reset-after': 0,
    'stale-index': 0,
  };
  const earlier = new Map<string, Answer>();
  let calls = 0;
  let share = 0;
  let committed: ((target: string) => boolean | Promise<boolean>) | undefined;

  const forward = (request: IncomingMessage, body: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const onwards = send(
        {
          host: '127.0.0.1',
          port: enginePort,
          method: request.method ?? 'POST',
          path: request.url ?? '/',
          headers: { ...request.headers, host: `127.0.0.1:${enginePort}` },
          agent,
        },
        async (answer) => {
          try {
            const headers = Object.fromEntries(
              Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
            );
            resolve({ status: answer.statusCode ?? 500, headers, body: await bodyOf(answer) });
          } catch (fault) {
            reject(fault instanceof Error ? fault : new Error('the engine broke off'));
          }
        },
      );
      onwards.once('error', reject);
      onwards.end(body);
    });

  const kindFor = (target: string, body: Buffer): FaultKind => {
    const transaction = target === 'TransactWriteItems';
    const index = target === 'Query' && body.includes('"IndexName"');
    if (index && chance.happens(0.5)) return 'stale-index';
    const kind = chance.pick(faultKinds);
    if (kind === 'stale-index') return 'throttled';
    return kind === 'conflict' && !transaction ? 'internal' : kind;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const body = await bodyOf(request);
    calls += 1;
    const kind = share > 0 && chance.happens(share) ? kindFor(target, body) : undefined;
    if (kind !== undefined) counted[kind] += 1;
    const give = ({ status, headers, body: text }: Answer): void => {
      const { 'transfer-encoding': _, ...rest } = headers;
      response.writeHead(status, { ...rest, 'content-length': text.length });
      response.end(text);
    };
    if (kind === 'throttled') return give(engineError(400, 'ThrottlingException', 'Rate exceeded'));
    if (kind === 'conflict') return give(conflictOf(body, chance));
    if (kind === 'internal') return give(engineError(500, 'InternalServerError', 'Internal server error'));
    if (kind === 'reset-before') return void request.socket.resetAndDestroy();
    if (kind === 'stale-index') return give(earlier.get(body.toString('utf8')) ?? emptyAnswer);
    if (kind === 'hang') await pause(50 + chance.below(250));
    const told = await forward(request, body);
    if (target === 'Query' && body.includes('"IndexName"')) earlier.set(body.toString('utf8'), told);
    if (committed !== undefined && told.status === 200 && writes.has(target) && !(await committed(target)))
      return void request.socket.resetAndDestroy();
    if (kind === 'internal-after') return give(engineError(500, 'InternalServerError', 'Internal server error'));
    if (kind === 'reset-after') return void request.socket.resetAndDestroy();
    give(told);
  };

  // The engine is gone: so is the connection, as it would be without the proxy.
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    faults: () => ({ ...counted }),
    inject: (given) => {
      share = given;
    },
    onCommitted: (hook) => {
      committed = hook;
    },
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
