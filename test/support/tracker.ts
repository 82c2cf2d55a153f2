import { randomUUID } from 'node:crypto';
import { queryAll } from '#store/table/items.ts';
import { jsonOf } from './http-answer.ts';
import { addressOf, claimsOf, type Person } from './request-event.ts';
import { startTrackerInOneProcess } from './tracker-in-one-process.ts';

export type { Person };
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

/** The functions' real handlers on the real engine, with the local queue between them; events as the HTTP API makes them. */
export const startTestTracker = async () => {
  const tracker = await startTrackerInOneProcess();
  const { client, name: tableName } = tracker.table;

  /** Sends a request by method and path, as a client would. */
  const send = async (method: string, path: string, asked: Asked = {}): Promise<Told> => {
    const person = asked.as === undefined ? people.team : asked.as;
    const body = asked.rawBody ?? (asked.body === undefined ? '' : JSON.stringify(asked.body));
    const told = await tracker.send({
      method,
      path,
      query: asked.query ?? '',
      headers: { ...(body === '' ? {} : { 'content-type': 'application/json' }), ...asked.headers },
      body,
      claims: asked.claims ?? (person === null ? undefined : claimsOf(person)),
    });
    if (told === undefined) throw new Error(`no route could be read from ${path}`);
    return {
      status: told.statusCode,
      headers: Object.fromEntries(Object.entries(told.headers).map(([name, value]) => [name.toLowerCase(), value])),
      body: jsonOf(told.body) ?? told.body,
      text: told.body,
    };
  };

  /** Asks for an operation by its id. POSTs get a fresh Idempotency-Key unless one is given. */
  const ask = async (operationId: string, asked: Asked = {}): Promise<Told> => {
    const { method, path } = addressOf(operationId, asked.params ?? {});
    const headers = { ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}), ...asked.headers };
    return send(method, path, { ...asked, headers });
  };

  const must = async (operationId: string, asked: Asked = {}): Promise<Told> => {
    const told = await ask(operationId, asked);
    if (told.status >= 300) throw new Error(`${operationId} answered ${told.status}: ${told.text}`);
    return told;
  };

  return {
    send,
    ask,
    must,
    settled: tracker.settled,
    rollUp: tracker.rollUp,
    queue: tracker.queue,
    failures: tracker.failures,
    client,
    tableName,
    endpoint: tracker.endpoint,
    /** The items of a partition, as stored. */
    stored: (pk: string) => queryAll(tracker.table, { pk }),
    stop: tracker.stop,
  };
};

export type TestTracker = Awaited<ReturnType<typeof startTestTracker>>;
