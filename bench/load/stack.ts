import type { Role } from '#schemas/people.ts';
import { addressOf } from '../../prove/request-event.ts';
import { npmStart, type StartedTracker } from '../npm-start.ts';
import { type Answer, send } from '../send.ts';

export interface Person {
  readonly subject: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export interface Asked {
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The tracker as `npm start` runs it, but for its small heap: its server, its functions' bundles and the embedded engine, with nothing told yet. */
export interface Stack extends Pick<StartedTracker, 'begin' | 'end' | 'stop'> {
  /** Signs a person in; what comes back sends requests in their name. */
  signIn(person: Person): Promise<(asked: Asked) => Promise<Answer>>;
}

export const startStack = async (environment: Readonly<Record<string, string>> = {}): Promise<Stack> => {
  const { origin, tokenFor, begin, end, stop } = await npmStart({
    samples: false,
    heap: 'as Node has it',
    environment,
  });
  return {
    signIn: async (person) => {
      const token = await tokenFor({ ...person, name: person.subject });
      return ({ operation, params, query, headers, body }) => {
        const { method, path } = addressOf(operation, params);
        return send(origin, query === undefined ? path : `${path}?${query}`, {
          method,
          headers: { authorization: `Bearer ${token}`, ...headers },
          body,
        });
      };
    },
    begin,
    end,
    stop,
  };
};
