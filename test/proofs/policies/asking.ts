import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '#language/working-days.ts';
import type { Tracker } from '#local/tracker.ts';
import { bodyTypeOf, operations } from '#schemas/operations.ts';
import { isPersonRole, type PersonRole, type Role } from '#schemas/people.ts';
import { addressOf } from '../../support/request-event.ts';

interface Asked {
  readonly as?: PersonRole;
  /** The council unless said. */
  readonly organisation?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WholeRun {
  /** The ids of the operations that were answered. */
  readonly answered: ReadonlySet<string>;
  readonly roles: ReadonlySet<PersonRole>;
}

/** A whole tracker as its users ask it, over HTTP, with what was answered until now. */
export interface Asking {
  readonly tracker: Tracker;
  readonly run: WholeRun;
  /** By the role that is given, or by each in its turn among those that may. */
  ask(operationId: string, asked?: Asked): Promise<Response>;
  must(operationId: string, asked?: Asked): Promise<Response>;
  refuses(status: number, operationId: string, asked: Asked): Promise<void>;
  /** With the version of what is there now. */
  ifMatch(read: string, params?: Asked['params']): Promise<Record<string, string>>;
}

/** The SRO is the one whom the records name. */
const subjects: Readonly<Record<PersonRole, string>> = {
  'transformation-team': 'tara-team',
  sro: 'sam-sro',
  finance: 'fay-finance',
  assurance: 'asha-assurance',
  'programme-office': 'pat-office',
  board: 'bo-board',
};

export const askingOf = (tracker: Tracker): Asking => {
  const answered = new Set<string>();
  const rolesSeen = new Set<PersonRole>();
  const tokens = new Map<string, Promise<string>>();
  let turn = 0;
  const roleAmong = (roles: readonly Role[]): PersonRole | undefined => {
    const ofPeople = roles.filter(isPersonRole);
    return ofPeople[turn++ % ofPeople.length];
  };
  const tokenOf = (role: PersonRole, organisation = 'council'): Promise<string> => {
    const subject = subjects[role];
    const holder = `${role} of ${organisation}`;
    const token = tokens.get(holder) ?? tracker.tokenFor({ subject, name: subject, organisation, roles: [role] });
    tokens.set(holder, token);
    return token;
  };

  const ask = async (id: string, asked: Asked = {}): Promise<Response> => {
    const operation = operations.find((one) => one.id === id);
    const role = operation?.roles === 'anyone' ? undefined : (asked.as ?? roleAmong(operation?.roles ?? []));
    const { method, path } = addressOf(id, asked.params ?? {});
    const response = await fetch(`${tracker.origin}${path}${asked.query === undefined ? '' : `?${asked.query}`}`, {
      method,
      headers: {
        ...(role === undefined ? {} : { authorization: `Bearer ${await tokenOf(role, asked.organisation)}` }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(asked.body === undefined ? {} : { 'content-type': bodyTypeOf({ method }) }),
        ...asked.headers,
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    });
    if (response.ok && role !== undefined) rolesSeen.add(role);
    if (response.ok) answered.add(id);
    return response;
  };
  const must = async (id: string, asked: Asked = {}): Promise<Response> => {
    const response = await ask(id, asked);
    if (!response.ok) throw new Error(`${id} was answered ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    tracker,
    run: { answered, roles: rolesSeen },
    ask,
    must,
    refuses: async (status, id, asked) => {
      const response = await ask(id, asked);
      if (response.status !== status) throw new Error(`${id} was answered ${response.status}, not ${status}`);
    },
    ifMatch: async (read, params = {}) => ({
      'if-match': (await must(read, { params })).headers.get('etag') ?? 'none',
    }),
  };
};

/** A time of the next working day at which the messages of the morning are made, in summer and winter. */
export const morningAfter = (now: string): string => `${addWorkingDays(now.slice(0, 10), 1)}T08:30:00.000Z`;
