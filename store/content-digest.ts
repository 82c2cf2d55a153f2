import { createHash } from 'node:crypto';
import { canonicalJson } from './digest.ts';

/** A report's content digest in the making: SHA-256 over each line's canonical JSON and a new line, then the content's. */
export class ContentDigest {
  readonly #hash = createHash('sha256');

  add(line: unknown): void {
    this.#hash.update(`${canonicalJson(line)}\n`);
  }

  close(content: unknown): string {
    return this.#hash.update(canonicalJson(content)).digest('hex');
  }
}
