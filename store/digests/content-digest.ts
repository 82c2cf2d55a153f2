import { createHash } from 'node:crypto';
import { canonicalJson } from './digest.ts';

/** A report's content digest in the making: SHA-256 over each line's canonical JSON and a new line, then the content's. */
export class ContentDigest {
  readonly #hash;

  constructor(hash = createHash('sha256')) {
    this.#hash = hash;
  }

  add(line: unknown): void {
    this.addText(canonicalJson(line));
  }

  /** A line that is canonical JSON already. */
  addText(line: string): void {
    this.#hash.update(`${line}\n`);
  }

  close(content: unknown): string {
    return this.closeText(canonicalJson(content));
  }

  closeText(content: string): string {
    return this.#hash.update(content).digest('hex');
  }

  /** One that has taken the same so far. */
  copy(): ContentDigest {
    return new ContentDigest(this.#hash.copy());
  }
}
