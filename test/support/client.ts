import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { bodyTypeOf, operationById, takesEffectiveAt } from '#schemas/operations.ts';
import { etagFor, judgedBy } from './etag-for.ts';
import { nothingToConfirm } from './examples.ts';
import type { operations as Declared } from './generated/tracker-api.d.ts';
import { type HttpAnswer, jsonOf } from './http-answer.ts';
import { addressOf, claimsOf, type Person, type RawRequest } from './request-event.ts';

/*
 * The one client of the tests and the proofs. It asks for operations by their ids, fills their paths, says who asks and
 * gives each POST a key; how a request reaches the functions is the transport's.
 */

export const people = {
  team: { roles: ['transformation-team'], subject: 'tara-team' },
  sro: { roles: ['sro'], subject: 'sam-sro' },
  otherSro: { roles: ['sro'], subject: 'olga-other' },
  finance: { roles: ['finance'], subject: 'fay-finance' },
  assurance: { roles: ['assurance'], subject: 'asha-assurance' },
  office: { roles: ['programme-office'], subject: 'pat-office' },
  board: { roles: ['board'], subject: 'bo-board' },
} as const satisfies Record<string, Person>;

type OperationId = keyof Declared;
/** An id that is written out must be that of an operation; one that is put together must be able to be. */
type Known<Id extends string> = [Extract<OperationId, Id>] extends [never] ? never : Id;

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly rawBody?: string;
  /** By default somebody of the transformation team; null: a request without a token. */
  readonly as?: Person | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** The day or instant at which the clock of the tracker stands, where a test says so. */
  readonly recordedAt?: string;
}
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely and asserts on what it reads
  readonly body: any;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Hands a request to a function; undefined: the function ended before it answered. */
export type Transport = (request: RawRequest, attempt: number) => Promise<HttpAnswer | undefined>;

export interface Patience {
  readonly attempts: number;
  readonly pauseMilliseconds: number;
}
/** How a request ended after the attempts that its sender makes; status 0: no answer was had. */
export interface Settled extends Told {
  /** The statuses of every attempt; 0 where no answer came. */
  readonly statuses: readonly number[];
}

const noAnswer: Told = { status: 0, headers: {}, body: undefined, text: '', bytes: Buffer.alloc(0) };

const toldOf = (answer: HttpAnswer | undefined): Told =>
  answer === undefined
    ? noAnswer
    : {
        status: answer.statusCode,
        headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value])),
        body: jsonOf(answer.body) ?? answer.body,
        text: answer.body,
        bytes: answer.bytes,
      };

const requestOf = (method: string, path: string, asked: Asked): RawRequest => {
  const person = asked.as === undefined ? people.team : asked.as;
  const body = asked.rawBody ?? (asked.body === undefined ? '' : JSON.stringify(asked.body));
  return {
    method,
    path,
    query: asked.query ?? '',
    headers: { ...(body === '' ? {} : { 'content-type': bodyTypeOf({ method }) }), ...asked.headers },
    body,
    claims: asked.claims ?? (person === null ? undefined : claimsOf(person)),
    ...(asked.recordedAt === undefined ? {} : { recordedAt: asked.recordedAt }),
  };
};

export interface Client {
  /** Sends a request by method and path. */
  send(method: string, path: string, asked?: Asked): Promise<Told>;
  /** Asks for an operation by its id; a POST gets a fresh Idempotency-Key unless one is given. */
  ask<Id extends string>(operationId: Known<Id>, asked?: Asked): Promise<Told>;
  /** Asks, and takes no refusal. */
  must<Id extends string>(operationId: Known<Id>, asked?: Asked): Promise<Told>;
  /** Asks, and asks again, the same, while it is answered by 503 or not at all: at most so many times. */
  settle<Id extends string>(operationId: Known<Id>, asked: Asked, patience: Patience): Promise<Settled>;
}

/** The headers as they are sent: `If-Match: "3"` means version 3 of what the operation changes or judges. */
const withEtag = (operationId: string, { headers = {}, params = {} }: Asked): Asked['headers'] => {
  const version = /^"([1-9]\d*)"$/.exec(headers['if-match'] ?? '')?.[1];
  return version === undefined ? headers : { ...headers, 'if-match': etagFor(operationId, params, Number(version)) };
};

/** Where an operation takes no Effective-At: by the clock of the tracker it is effective when it is recorded. */
const recordedWhenEffective = (operationId: string, asked: Asked): Asked => {
  const { 'effective-at': when, ...headers } = asked.headers ?? {};
  if (when === undefined) return asked;
  return { ...asked, recordedAt: when, ...(takesEffectiveAt(operationById(operationId)) ? {} : { headers }) };
};

/**
 * What the tracker's clock says: the time of this machine, or the Effective-At of each request that has one, so that a course of the past is
 * recorded as it happened.
 */
export type Clock = 'of-now' | 'of-what-is-recorded';

/** A confirmation that names no figures is of those that its sender reads just before. */
const withWhatIsConfirmed = async (
  send: Client['send'],
  clock: Clock,
  operationId: string,
  asked: Asked,
): Promise<Asked> => {
  const { params = {}, as, claims, body } = asked;
  if (operationId !== 'confirmReturn' || typeof body !== 'object' || body === null || 'figures' in body) return asked;
  const { method, path } = addressOf('getReturnFigures', { ...params, month: params.entryId ?? '' });
  const when = asked.recordedAt ?? (clock === 'of-now' ? undefined : asked.headers?.['effective-at']);
  const told = await send(method, path, {
    ...(as === undefined ? {} : { as }),
    ...(claims === undefined ? {} : { claims }),
    ...(when === undefined ? {} : { recordedAt: when }),
  });
  return { ...asked, body: { ...body, figures: told.body?.figures ?? nothingToConfirm } };
};
export const clientOf = (transport: Transport, clock: Clock = 'of-now'): Client => {
  const send = async (method: string, path: string, asked: Asked = {}): Promise<Told> =>
    toldOf(await transport(requestOf(method, path, asked), 0));
  const keyed = (operationId: string, asked: Asked): readonly [method: string, path: string, asked: Asked] => {
    const { method, path } = addressOf(operationId, asked.params ?? {});
    const headers = {
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...withEtag(operationId, asked),
    };
    const keyed = { ...asked, headers };
    return [method, path, clock === 'of-now' ? keyed : recordedWhenEffective(operationId, keyed)];
  };
  /** An act on an entry that says no version judges what its sender reads just before. */
  const withWhatIsJudged = async (operationId: string, asked: Asked): Promise<Asked> => {
    const read = asked.headers?.['if-match'] === undefined ? judgedBy(operationId) : undefined;
    if (read === undefined) return asked;
    const { params = {}, as, claims, headers } = asked;
    const { method, path } = addressOf(read, params);
    const told = await send(method, path, {
      ...(as === undefined ? {} : { as }),
      ...(claims === undefined ? {} : { claims }),
    });
    return { ...asked, headers: { ...headers, 'if-match': told.headers.etag ?? etagFor(operationId, params, 1) } };
  };
  const whole = async (operationId: string, asked: Asked): Promise<Asked> =>
    withWhatIsConfirmed(send, clock, operationId, await withWhatIsJudged(operationId, asked));
  const ask = async (operationId: string, asked: Asked = {}): Promise<Told> =>
    send(...keyed(operationId, await whole(operationId, asked)));
  return {
    send,
    ask,
    must: async (operationId, asked = {}) => {
      const told = await ask(operationId, asked);
      if (told.status === 0 || told.status >= 300)
        throw new Error(`${operationId} answered ${told.status}: ${told.text}`);
      return told;
    },
    settle: async (operationId, asked, patience) => {
      const request = requestOf(...keyed(operationId, await whole(operationId, asked)));
      const statuses: number[] = [];
      for (;;) {
        const told = toldOf(await transport(request, statuses.length));
        statuses.push(told.status);
        const isAnswered = told.status !== 0 && told.status !== 503;
        if (isAnswered || statuses.length >= patience.attempts) return { ...told, statuses };
        await pause(patience.pauseMilliseconds);
      }
    },
  };
};
