import { setImmediate as turn } from 'node:timers/promises';

/**
 * Writes that go on while what comes next is made: one at a time, in the order in which they were handed over. One that
 * fails is heard of by whoever hands over the next, or asks for `done`; none begins after it.
 */
export class PendingWrites {
  #last: Promise<void> = Promise.resolve();

  /** Hands a write over; done when it has begun, after the one before it. */
  async begin(write: () => Promise<void>): Promise<void> {
    const before = this.#last;
    this.#last = before.then(write);
    // Whoever gives up before it is heard of must not end the process by it.
    this.#last.catch(() => undefined);
    await before;
    // A request leaves at the next turn of the event loop, and what comes next may take none for long.
    await turn();
  }

  /** When every write that was handed over is done. */
  done(): Promise<void> {
    return this.#last;
  }

  /** When none goes on any more, done or failed. */
  async ended(): Promise<void> {
    await Promise.allSettled([this.#last]);
  }
}
