import { setTimeout as pause } from 'node:timers/promises';
import type { FunctionPool } from './function-pool.ts';
import { HttpAnswer, jsonOf } from './http-answer.ts';
import { addressOf, claimsOf, eventOf, type Person, type RawRequest } from './request-event.ts';

/** What came back; `lost`: the process that had the request in work ended. */
export type Told =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly kind: 'lost' };

export const sendRaw = async (pool: FunctionPool, slot: number, request: RawRequest): Promise<Told | undefined> => {
  const made = eventOf(request);
  if (made === undefined) return undefined;
  const reply = await pool.invoke(slot, made.host, made.event);
  if (reply.kind === 'lost') return { kind: 'lost' };
  if (reply.kind === 'failed') return { kind: 'answered', status: 502, headers: {}, text: reply.message };
  const { statusCode, headers, body } = HttpAnswer.parse(reply.answer);
  return { kind: 'answered', status: statusCode, headers, text: body };
};

export interface Asked {
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly as: Person;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a request ended after the attempts that its sender makes. */
export interface Settled {
  readonly attempts: number;
  /** 0: no answer was had. */
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  /** The statuses of every attempt; 0 where no answer came. */
  readonly statuses: readonly number[];
}

export const requestOf = (asked: Asked): RawRequest => ({
  ...addressOf(asked.operation, asked.params),
  ...(asked.query === undefined ? {} : { query: asked.query }),
  headers: { ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }), ...asked.headers },
  ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  claims: claimsOf(asked.as),
});

/** Sends a request, and sends it again, the same, while it is answered by 503 or not at all: at most so many times. */
export const ask = async (
  pool: FunctionPool,
  slot: number,
  asked: Asked,
  patience: { readonly attempts: number; readonly pauseMilliseconds: number },
): Promise<Settled> => {
  const request = requestOf(asked);
  const statuses: number[] = [];
  for (;;) {
    const told = await sendRaw(pool, slot + statuses.length, request);
    if (told === undefined) throw new Error(`${request.path} is no path`);
    statuses.push(told.kind === 'lost' ? 0 : told.status);
    const again = told.kind === 'lost' || told.status === 503;
    if (!again || statuses.length >= patience.attempts)
      return told.kind === 'lost'
        ? { attempts: statuses.length, status: 0, json: undefined, text: '', statuses }
        : { attempts: statuses.length, status: told.status, json: jsonOf(told.text), text: told.text, statuses };
    await pause(patience.pauseMilliseconds);
  }
};
