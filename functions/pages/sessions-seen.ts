import { LRUCache } from 'lru-cache';
import type { OpenSession } from './session.ts';

/** A session as it was read last, with the text that it was sealed in. */
interface Seen {
  readonly sealed: string;
  readonly open: OpenSession;
}

const most = 200;
const milliseconds = 300_000;

/**
 * The sessions that a function opened lately, by the digests of their ids. Each is read again at every request, and nothing is shown before it is known to be
 * still the same: what is here only lets a page be begun meanwhile.
 */
export class SessionsSeen {
  readonly #seen = new LRUCache<string, Seen>({ max: most, ttl: milliseconds });

  of(digest: string): Seen | undefined {
    return this.#seen.get(digest);
  }

  note(digest: string, seen: Seen): void {
    this.#seen.set(digest, seen);
  }

  forget(digest: string): void {
    this.#seen.delete(digest);
  }
}
