import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import * as z from 'zod';
import type { FaultKind } from './fault-kinds.ts';
import { type Answer, answerInstead, emptyAnswer, internalError } from './store-answers.ts';

export interface FaultProxy {
  readonly endpoint: string;
  /** Calls that came in, those that met a fault included. */
  calls(): number;
  faults(): Readonly<Partial<Record<FaultKind, number>>>;
  /** What the calls meet from now on, one draw for each; undefined: nothing goes wrong. */
  inject(draws: Iterator<FaultDraw> | undefined): void;
  /** The next writes meet these, one each, in this order. */
  meet(kinds: readonly FaultKind[]): void;
  /** Called before a call is sent on to the store, which waits for it. */
  onCall(hook: ((target: string) => void | Promise<void>) | undefined): void;
  /** Called after a write is committed, before it is answered; false: the answer is never given. */
  onCommitted(hook: ((target: string) => boolean | Promise<boolean>) | undefined): void;
  stop(): Promise<void>;
}

/** What may happen to one call. */
export interface FaultDraw {
  readonly kind: FaultKind | undefined;
  /** A query of the index reads it as it was. */
  readonly staleIndex: boolean;
  /** Which item of a transaction is in conflict, which earlier answer is given. */
  readonly which: number;
  /** From 0 up to 1: the share of the longest pause. */
  readonly late: number;
}

const briefKinds = [
  'throttled',
  'conflict',
  'unprocessed',
  'internal',
  'internal-after',
  'slow',
  'reset-before',
  'reset-after',
] as const;
const hangs = ['hang-before', 'hang-after', 'done-late'] as const;

/** Draws of which a share, in per cent, is a fault; a hang takes the SDK's whole timeout, so of fifty one is a hang. */
export const faultDraws = (share: number, staleIndex = share): fc.Arbitrary<fc.Stream<FaultDraw>> =>
  fc.infiniteStream(
    fc.record({
      kind: fc.oneof(
        { weight: 50 * (100 - share), arbitrary: fc.constant(undefined) },
        { weight: 49 * share, arbitrary: fc.constantFrom(...briefKinds) },
        { weight: share, arbitrary: fc.constantFrom(...hangs) },
      ),
      staleIndex: fc.nat(99).map((one) => one < staleIndex),
      which: fc.nat(999),
      late: fc.nat(99).map((one) => one / 100),
    }),
    { noHistory: true },
  );

const conflicting = new Set(['TransactWriteItems', 'PutItem']);
const nothingWrong: FaultDraw = { kind: undefined, staleIndex: false, which: 0, late: 0.5 };
const writes = new Set(['TransactWriteItems', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
interface IndexQuery {
  readonly partition: string;
  /** The last day that is asked for. */
  readonly by: string;
}
const IndexQueryBody = z.object({
  IndexName: z.string(),
  ExpressionAttributeValues: z.object({
    ':partition': z.object({ S: z.string() }),
    ':by': z.object({ S: z.string() }),
  }),
});
const indexQueryOf = (body: Buffer): IndexQuery | undefined => {
  const read = IndexQueryBody.safeParse(JSON.parse(body.toString('utf8')));
  if (!read.success) return undefined;
  const { ':partition': partition, ':by': by } = read.data.ExpressionAttributeValues;
  return { partition: partition.S, by: by.S };
};

const longestHangMilliseconds = 20_000;
const mostLateMilliseconds = 1_000;

/** Once the caller has closed the connection; it fails where it never does. */
const givenUp = (response: ServerResponse): Promise<void> =>
  new Promise((resolve, reject) => {
    const never = setTimeout(() => reject(new Error('the caller waits for ever')), longestHangMilliseconds);
    response.once('close', () => {
      clearTimeout(never);
      resolve();
    });
  });

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

/** Sends a call on to the engine. */
const forwardTo = (port: number, agent: Agent, request: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'POST', url: path = '/' } = request;
    const headers = { ...request.headers, host: `127.0.0.1:${port}` };
    const onwards = send({ host: '127.0.0.1', port, method, path, headers, agent }, async (answer) => {
      try {
        const headers = Object.fromEntries(
          Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        );
        resolve({ status: answer.statusCode ?? 500, headers, body: await bodyOf(answer) });
      } catch (fault) {
        reject(fault instanceof Error ? fault : new Error('the engine broke off'));
      }
    });
    onwards.once('error', reject);
    onwards.end(body);
  });

/** Remembers what queries of the index were answered. */
const indexHistory = () => {
  const earlier = new Map<string, { readonly by: string; readonly answer: Answer }[]>();
  return {
    add: ({ partition, by }: IndexQuery, answer: Answer): void => {
      earlier.set(partition, [...(earlier.get(partition) ?? []), { by, answer }]);
    },
    /** What the index said of the same partition earlier, for no later a day; at first it was empty. */
    staleAnswer: ({ partition, by }: IndexQuery, which: number): Answer => {
      const old = (earlier.get(partition) ?? []).filter((one) => one.by <= by);
      return old[which % Math.max(1, old.length)]?.answer ?? emptyAnswer;
    },
  };
};

const give = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const { 'transfer-encoding': _, ...rest } = headers;
  response.writeHead(status, { ...rest, 'content-length': body.length });
  response.end(body);
};

/** Which fault each call meets: the ones ordered for writes first, then those drawn. */
const faultPlan = () => {
  const counted = new Map<FaultKind, number>();
  let draws: Iterator<FaultDraw> | undefined;
  let ordered: readonly FaultKind[] = [];
  const kindFor = (target: string, query: IndexQuery | undefined, draw: FaultDraw): FaultKind | undefined => {
    const [next, ...rest] = writes.has(target) ? ordered : [];
    if (next !== undefined) {
      ordered = rest;
      return next;
    }
    if (query !== undefined && draw.staleIndex) return 'stale-index';
    if (draw.kind === 'conflict' && !conflicting.has(target)) return 'internal';
    return draw.kind === 'unprocessed' && target !== 'BatchGetItem' ? 'slow' : draw.kind;
  };
  return {
    next: (target: string, query: IndexQuery | undefined): FaultDraw => {
      const draw: FaultDraw = draws?.next().value ?? nothingWrong;
      const kind = kindFor(target, query, draw);
      if (kind !== undefined) counted.set(kind, (counted.get(kind) ?? 0) + 1);
      return { ...draw, kind };
    },
    faults: () => Object.fromEntries(counted),
    inject: (given: Iterator<FaultDraw> | undefined): void => {
      draws = given;
    },
    meet: (kinds: readonly FaultKind[]): void => {
      ordered = kinds;
    },
  };
};

/** Serves on a free port of the loopback address. Where the engine is gone, so is the connection, as it would be without the proxy. */
const listeningServer = async (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

/** A proxy on the loopback address in front of the engine. */
export const startFaultProxy = async (enginePort: number): Promise<FaultProxy> => {
  const agent = new Agent({ keepAlive: true });
  const plan = faultPlan();
  const history = indexHistory();
  let calls = 0;
  let called: ((target: string) => void | Promise<void>) | undefined;
  let committed: ((target: string) => boolean | Promise<boolean>) | undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const body = await bodyOf(request);
    calls += 1;
    await called?.(target);
    const query = target === 'Query' ? indexQueryOf(body) : undefined;
    const { kind, which, late } = plan.next(target, query);
    const instead = kind === undefined ? undefined : answerInstead(kind, target, body, which);
    if (instead !== undefined) return give(response, instead);
    if (kind === 'reset-before') return void request.socket.resetAndDestroy();
    if (kind === 'stale-index' && query !== undefined) return give(response, history.staleAnswer(query, which));
    if (kind === 'slow') await pause(50 + 250 * late);
    if (kind === 'hang-before' || kind === 'done-late') await givenUp(response);
    if (kind === 'hang-before') return;
    if (kind === 'done-late') await pause(mostLateMilliseconds * late);
    const answered = await forwardTo(enginePort, agent, request, body);
    if (query !== undefined) history.add(query, answered);
    if (committed !== undefined && answered.status === 200 && writes.has(target) && !(await committed(target)))
      return void request.socket.resetAndDestroy();
    if (kind === 'done-late') return;
    if (kind === 'hang-after') return givenUp(response);
    if (kind === 'internal-after') return give(response, internalError);
    if (kind === 'reset-after') return void request.socket.resetAndDestroy();
    give(response, answered);
  };

  const server = await listeningServer(answer);
  return {
    endpoint: server.endpoint,
    calls: () => calls,
    faults: plan.faults,
    inject: plan.inject,
    meet: plan.meet,
    onCall: (hook) => {
      called = hook;
    },
    onCommitted: (hook) => {
      committed = hook;
    },
    stop: async () => {
      agent.destroy();
      await server.stop();
    },
  };
};
