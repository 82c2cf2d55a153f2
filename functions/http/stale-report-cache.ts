import { LRUCache } from 'lru-cache';
import type { Operation } from '#schemas/operations.ts';
import type { Call } from './call.ts';
import { matches } from './etag.ts';
import type { HttpAnswer } from './problem.ts';

interface Served {
  readonly answer: HttpAnswer;
  /** When the store last said so. */
  readonly at: number;
}

/** Everything that an answer may depend on: two calls with another in any of it never share one. */
const nameOf = ({ actor, operation, params, query, headers }: Call): string => {
  const inOrder = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    actor.organisation,
    [...new Set(actor.roles)].sort(),
    actor.machine !== undefined,
    operation.id,
    inOrder(params),
    inOrder(query),
    headers.accept ?? '',
  ]);
};

/** What a text takes in memory at most: two bytes a character. */
const bytesInMemory = (text: string): number => 2 * text.length;

/**
 * What a warm function has answered of some of its operations, for the time in which the store cannot be reached. It is
 * asked only then, so it hides nothing that the store would say.
 */
export class StaleReportCache {
  readonly #operations: ReadonlySet<string>;
  readonly #served: LRUCache<string, Served>;

  constructor(given: { readonly operations: readonly Operation[]; readonly mostBytes: number }) {
    this.#operations = new Set(given.operations.map(({ id }) => id));
    this.#served = new LRUCache({
      maxSize: given.mostBytes,
      sizeCalculation: ({ answer: { body, headers } }, name) =>
        bytesInMemory(body) + bytesInMemory(JSON.stringify(headers)) + bytesInMemory(name),
    });
  }

  /** Keeps what the store said just now; that nothing has changed (304) makes what is kept younger. */
  keep(call: Call, answer: HttpAnswer): void {
    if (!this.#operations.has(call.operation.id)) return;
    const name = nameOf(call);
    const before = this.#served.get(name);
    const at = Date.parse(call.now);
    if (answer.statusCode === 304) {
      if (before !== undefined && before.answer.headers.etag === answer.headers.etag)
        this.#served.set(name, { ...before, at });
    } else if (answer.statusCode === 200) this.#served.set(name, { answer: { ...answer }, at });
    else this.#served.delete(name);
  }

  /**
   * What was answered to this very call before, marked with its age (`Age`, seconds since the store said so,
   * RFC 9111 5.1) and with why it comes from memory (`Cache-Status`, RFC 9211); undefined where nothing is kept.
   */
  before(call: Call): HttpAnswer | undefined {
    const name = nameOf(call);
    const served = this.#served.get(name);
    if (served === undefined) return undefined;
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
}
