/** What was put last, by name, up to a size in all: the oldest goes first. What is asked for counts as put. */
export class Latest<T> {
  readonly #most: number;
  readonly #held = new Map<string, { readonly value: T; readonly size: number }>();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): T | undefined {
    const held = this.#held.get(name);
    if (held === undefined) return undefined;
    this.#held.delete(name);
    this.#held.set(name, held);
    return held.value;
  }

  put(name: string, value: T, size = 1): void {
    this.delete(name);
    if (size > this.#most) return;
    this.#held.set(name, { value, size });
    this.#size += size;
    for (const oldest of this.#held.keys()) {
      if (this.#size <= this.#most) return;
      this.delete(oldest);
    }
  }

  delete(name: string): void {
    this.#size -= this.#held.get(name)?.size ?? 0;
    this.#held.delete(name);
  }
}
