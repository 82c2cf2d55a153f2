interface Kept<T> {
  readonly value: T;
  readonly bytes: number;
}

/** What a text takes in memory at most: two bytes a character. */
export const bytesInMemory = (text: string): number => 2 * text.length;

/** What a warm function remembers by name, up to so many bytes: what was asked for longest ago makes room for what is new. */
export class BoundedMemory<T> {
  readonly #mostBytes: number;
  readonly #kept = new Map<string, Kept<T>>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(name: string): T | undefined {
    const kept = this.#kept.get(name);
    if (kept === undefined) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.value;
  }

  /** `bytes`: of the value. What is larger than all there is room for is not kept, nor what it would have replaced. */
  put(name: string, value: T, bytes: number): void {
    this.drop(name);
    const all = bytes + bytesInMemory(name);
    if (all > this.#mostBytes) return;
    this.#kept.set(name, { value, bytes: all });
    this.#bytes += all;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.drop(oldest);
    }
  }

  drop(name: string): void {
    this.#bytes -= this.#kept.get(name)?.bytes ?? 0;
    this.#kept.delete(name);
  }
}
