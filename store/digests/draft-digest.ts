import { createHash } from 'node:crypto';
import { canonicalJson } from './digest.ts';

/**
 * What a draft says, as a digest: SHA-256 over each line's canonical JSON and a line feed, then the content's, without why and how early it
 * is published, which nobody knows yet. No salts are in it: a draft is named to those alone who may read it whole.
 */
export class DraftDigestInMaking {
  readonly #hash = createHash('sha256');

  add(line: unknown): void {
    this.#hash.update(canonicalJson(line)).update('\n');
  }

  /** After the last line. */
  close<T extends { readonly revisionReason: unknown; readonly early: unknown }>(content: T): string {
    const { revisionReason: _, early: __, ...said } = content;
    return this.#hash.update(canonicalJson(said)).digest('hex');
  }
}
