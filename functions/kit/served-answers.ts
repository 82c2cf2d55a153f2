import type { UseCase } from '#schemas/operations.ts';
import type { Call } from './call.ts';
import { matches } from './etag.ts';
import type { HttpAnswer } from './problem.ts';

interface Served {
  readonly answer: HttpAnswer;
  readonly bytes: number;
  /** When the store last said so. */
  readonly at: number;
}

/** What a text takes in memory at most: two bytes a character. */
const bytesOf = (text: string): number => 2 * text.length;

/** Everything that an answer may depend on: two calls with another in any of it never share one. */
const nameOf = ({ actor, operation, params, query, headers }: Call): string => {
  const inOrder = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    actor.organisation,
    [...new Set(actor.roles)].sort(),
    operation.id,
    inOrder(params),
    inOrder(query),
    headers.accept ?? '',
  ]);
};

/**
 * What a warm function has answered by one of its use cases, for the time in which the store cannot be reached. It is
 * asked only then, so it hides nothing that the store would say. The answers asked for longest ago make room for new
 * ones.
 */
export class ServedAnswers {
  readonly #useCase: UseCase;
  readonly #mostBytes: number;
  readonly #served = new Map<string, Served>();
  #bytes = 0;

  constructor(given: { readonly useCase: UseCase; readonly mostBytes: number }) {
    this.#useCase = given.useCase;
    this.#mostBytes = given.mostBytes;
  }

  /** Keeps what the store said just now; that nothing has changed (304) makes what is kept younger. */
  keep(call: Call, answer: HttpAnswer): void {
    if (call.operation.useCase !== this.#useCase) return;
    const name = nameOf(call);
    const before = this.#served.get(name);
    const at = Date.parse(call.now);
    if (answer.statusCode === 304) {
      if (before !== undefined && before.answer.headers.etag === answer.headers.etag)
        this.#put(name, { ...before, at });
      return;
    }
    const bytes = bytesOf(name) + bytesOf(answer.body) + bytesOf(JSON.stringify(answer.headers));
    if (answer.statusCode === 200 && bytes <= this.#mostBytes) this.#put(name, { answer: { ...answer }, bytes, at });
    else this.#drop(name);
  }

  /**
   * What was answered to this very call before, marked with its age (`Age`, seconds since the store said so,
   * RFC 9111 5.1) and with why it comes from memory (`Cache-Status`, RFC 9211); undefined where nothing is kept.
   */
  before(call: Call): HttpAnswer | undefined {
    const name = nameOf(call);
    const served = this.#served.get(name);
    if (served === undefined) return undefined;
    this.#put(name, served);
    const seconds = Math.max(0, Math.floor((Date.parse(call.now) - served.at) / 1_000));
    const headers = {
      ...served.answer.headers,
      age: `${seconds}`,
      'cache-status': 'transformation-tracker; hit; detail=record-not-reached',
    };
    const { etag } = served.answer.headers;
    return etag !== undefined && matches(call.headers['if-none-match'], etag)
      ? { statusCode: 304, headers, body: '' }
      : { ...served.answer, headers };
  }

  #put(name: string, served: Served): void {
    this.#drop(name);
    this.#served.set(name, served);
    this.#bytes += served.bytes;
    for (const oldest of this.#served.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    this.#bytes -= this.#served.get(name)?.bytes ?? 0;
    this.#served.delete(name);
  }
}
