import { randomUUID } from 'node:crypto';
import { concurrencyLimit } from './concurrency-limit.ts';
import { FunctionThread, type FunctionThreadSettings, type Invocation } from './function-thread.ts';

/** A deployed function, run on this machine. */
export interface LocalFunction {
  readonly name: string;
  /** @param clockShift how far the clock of the call stands from the system's, in milliseconds. */
  invoke(event: unknown, id?: string, clockShift?: number): Promise<Invocation>;
  stop(): Promise<void>;
}

/**
 * Concurrent calls of one thread. On Lambda each call has an environment of its own; here a hundred in one thread
 * would starve its sockets for longer than the store's client waits for a connection, and all of them would fail.
 */
const mostAtOnce = 10;

/**
 * Runs a function's bundle in a worker thread with an environment of its own. At most ten calls overlap; a call whose
 * turn does not come within the function's timeout is timed out and has had no effect. Where a thread has ended, the
 * next call starts another, as Lambda starts another environment.
 */
export const runFunction = (settings: FunctionThreadSettings): LocalFunction => {
  let current: FunctionThread | undefined;
  let stopped = false;
  const turns = concurrencyLimit(mostAtOnce);

  const currentThread = (): FunctionThread => {
    current ??= new FunctionThread(settings, (ended) => {
      if (current === ended) current = undefined;
    });
    return current;
  };

  return {
    name: settings.name,
    invoke: async (event, id = randomUUID(), clockShift) => {
      if (!(await turns.take(settings.timeoutMilliseconds))) return { kind: 'timed-out' };
      try {
        if (stopped) return { kind: 'crashed', message: 'the function was stopped' };
        return await currentThread().invoke(event, id, clockShift);
      } finally {
        turns.give();
      }
    },
    stop: async () => {
      stopped = true;
      await current?.end();
    },
  };
};
