import { LRUCache } from 'lru-cache';
import * as z from 'zod';

/** An answer of the API that is the same as long as its ETag is. */
interface Kept {
  readonly of: z.ZodType;
  readonly etag: string;
  readonly answer: unknown;
}

/** In bytes of the JSON that was read: a dozen reports of a large programme; parsed and drawn they take some ten times that. */
const mostBytes = 4_000_000;

/**
 * Published reports as a function read them last, by their addresses: parsing one takes longer than asking for it. None is given to anybody before the API
 * has answered that person that what they may read is still this (304), and none is kept of which the API says that it is not to be stored.
 */
export class KeptAnswers {
  readonly #kept = new LRUCache<string, Kept>({ maxSize: mostBytes });

  /** What was read at an address by that schema. */
  of<S extends z.ZodType>(
    address: string,
    schema: S,
  ): { readonly etag: string; readonly answer: z.output<S> } | undefined {
    const held = this.#kept.get(address);
    if (held === undefined || held.of !== schema) return undefined;
    // It was parsed by this very schema.
    return { etag: held.etag, answer: z.custom<z.output<S>>().parse(held.answer) };
  }

  keep(
    address: string,
    schema: z.ZodType,
    read: {
      readonly etag: string | null;
      readonly cacheControl: string;
      readonly bytes: number;
      readonly answer: unknown;
    },
  ): void {
    const { etag, cacheControl, bytes, answer } = read;
    if (etag === null || cacheControl === '' || cacheControl.includes('no-store')) this.#kept.delete(address);
    else this.#kept.set(address, { of: schema, etag, answer }, { size: Math.max(bytes, 1) });
  }
}
