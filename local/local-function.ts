import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { concurrencyLimit } from './concurrency-limit.ts';
import type { FunctionSetting, Invoke, Said } from './function-worker.ts';

/** How a call of a function ended. */
export type Invocation =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** The handler threw, or answered more than Lambda hands on. */
  | { readonly kind: 'failed'; readonly message: string }
  /** The thread ended before it answered; the next call gets a new one. */
  | { readonly kind: 'crashed'; readonly message: string }
  | { readonly kind: 'timed-out' };

/** A deployed function, run on this machine. */
export interface LocalFunction {
  readonly name: string;
  invoke(event: unknown, id?: string): Promise<Invocation>;
  stop(): Promise<void>;
}

export interface LocalFunctionSettings {
  readonly name: string;
  /** The bundle's file. */
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  /** A thread that was asked nothing for so long is ended. */
  readonly idleMilliseconds: number;
  /** Where its log goes; made where it is not there. */
  readonly logFile: string;
}

/** Lambda hands on no more than this of an answer: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const mostAnswerBytes = 6 * 1024 * 1024;

/**
 * Calls that one thread has in work at once. On Lambda each has an environment of its own; here a hundred in one thread
 * would keep it from its sockets for longer than the store's client waits for a connection, and all of them would fail.
 */
const mostAtOnce = 10;

type Settle = (invocation: Invocation) => void;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<string, Settle>;
  /** Ends it; begins anew with each call that ends. */
  readonly idle: NodeJS.Timeout;
}

/**
 * Runs a function's bundle in a worker thread of its own with an environment of its own. Calls may overlap,
 * ten at most; one whose turn does not come within the function's time is timed out and has done nothing. A thread that
 * crashes, overruns its time or has long had nothing to do is ended, as Lambda ends its environment; the next call starts
 * another.
 */
export const runFunction = (settings: LocalFunctionSettings): LocalFunction => {
  let current: Thread | undefined;
  let stopped = false;
  const turns = concurrencyLimit(mostAtOnce);

  const end = (thread: Thread): void => {
    if (current === thread) current = undefined;
    void thread.worker.terminate();
  };

  const startThread = (): Thread => {
    const setting: FunctionSetting = {
      name: settings.name,
      bundle: pathToFileURL(settings.bundle).href,
      region: settings.environment.AWS_REGION ?? 'eu-west-2',
      memoryLimitInMB: 1024,
      logFile: settings.logFile,
    };
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      env: { ...settings.environment },
      workerData: setting,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const idle = setTimeout(() => {
      if (thread.waiting.size === 0) end(thread);
    }, settings.idleMilliseconds).unref();
    const thread: Thread = { worker, waiting: new Map(), idle };
    let why = 'the function ended without an answer';
    worker.on('message', (said: Said) => {
      const settle = thread.waiting.get(said.id);
      if (settle === undefined) return;
      if (said.kind === 'failed') settle({ kind: 'failed', message: said.message });
      else if (Buffer.byteLength(said.json) > mostAnswerBytes)
        settle({ kind: 'failed', message: `the answer is larger than ${mostAnswerBytes} bytes` });
      else settle({ kind: 'answered', answer: JSON.parse(said.json) });
    });
    worker.on('error', (fault: unknown) => {
      why = fault instanceof Error ? fault.message : String(fault);
    });
    worker.on('exit', () => {
      if (current === thread) current = undefined;
      for (const settle of thread.waiting.values()) settle({ kind: 'crashed', message: why });
    });
    return thread;
  };

  const begin = (event: unknown, id: string): Promise<Invocation> => {
    current ??= startThread();
    const thread = current;
    return new Promise((resolve) => {
      const overran = setTimeout(() => {
        settle({ kind: 'timed-out' });
        end(thread);
      }, settings.timeoutMilliseconds);
      const settle: Settle = (invocation) => {
        clearTimeout(overran);
        thread.waiting.delete(id);
        thread.idle.refresh();
        resolve(invocation);
      };
      thread.waiting.set(id, settle);
      const deadlineEpochMilliseconds = Date.now() + settings.timeoutMilliseconds;
      thread.worker.postMessage({ id, event, deadlineEpochMilliseconds } satisfies Invoke);
    });
  };

  return {
    name: settings.name,
    invoke: async (event, id = randomUUID()) => {
      if (!(await turns.take(settings.timeoutMilliseconds))) return { kind: 'timed-out' };
      try {
        return stopped ? { kind: 'crashed', message: 'the function was stopped' } : await begin(event, id);
      } finally {
        turns.give();
      }
    },
    stop: async () => {
      stopped = true;
      const thread = current;
      current = undefined;
      await thread?.worker.terminate();
    },
  };
};
