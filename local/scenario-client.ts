import { setTimeout as pause } from 'node:timers/promises';
import { bodyTypeOf } from '#schemas/operations.ts';
import type { Persona } from '../examples/step.ts';

/** An answer, read to its end. */
export interface ScenarioAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface ScenarioRequest {
  readonly as: Persona;
  readonly method: string;
  /** With its query, relative to the tracker's origin. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

const mostTries = 5;

/** Sends the requests of a scenario's personas: one token for each, and up to five tries where the tracker is busy. */
export class ScenarioClient {
  readonly #origin: string;
  readonly #tokenFor: (persona: Persona) => Promise<string>;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(origin: string, tokenFor: (persona: Persona) => Promise<string>) {
    this.#origin = origin;
    this.#tokenFor = tokenFor;
  }

  async send({ as, method, path, headers = {}, body }: ScenarioRequest): Promise<ScenarioAnswer> {
    const authorization = `Bearer ${await this.#tokenOf(as)}`;
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(new URL(path, this.#origin), {
        method,
        headers: {
          authorization,
          ...(body === undefined ? {} : { 'content-type': bodyTypeOf({ method }) }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = { status: response.status, headers: response.headers, text: await response.text() };
      if ((answer.status !== 503 && answer.status !== 429) || attempt === mostTries) return answer;
      await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000);
    }
  }

  #tokenOf(persona: Persona): Promise<string> {
    const who = `${persona.role} ${persona.subject}`;
    const token = this.#tokens.get(who) ?? this.#tokenFor(persona);
    this.#tokens.set(who, token);
    return token;
  }
}
