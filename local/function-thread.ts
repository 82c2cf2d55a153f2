import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionReply, FunctionSetting, Invoke } from './function-worker.ts';

/** How a call of a function ended. */
export type Invocation =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** The handler threw, or answered more than Lambda hands on. */
  | { readonly kind: 'failed'; readonly message: string }
  /** The thread ended before it answered; the next call gets a new one. */
  | { readonly kind: 'crashed'; readonly message: string }
  | { readonly kind: 'timed-out' };

export interface FunctionThreadSettings {
  readonly name: string;
  /** The bundle's file. */
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  /** A thread without a call for so long is ended. */
  readonly idleMilliseconds: number;
  /** The log is appended here; created where it does not exist. */
  readonly logFile: string;
}

/** Lambda hands on no more than this of an answer: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const mostAnswerBytes = 6 * 1024 * 1024;

type Settle = (invocation: Invocation) => void;

const invocationOf = (reply: FunctionReply): Invocation => {
  if (reply.kind === 'failed') return { kind: 'failed', message: reply.message };
  if (Buffer.byteLength(reply.json) > mostAnswerBytes)
    return { kind: 'failed', message: `the answer is larger than ${mostAnswerBytes} bytes` };
  return { kind: 'answered', answer: JSON.parse(reply.json) };
};

const startWorker = (settings: FunctionThreadSettings): Worker => {
  const setting: FunctionSetting = {
    name: settings.name,
    bundle: pathToFileURL(settings.bundle).href,
    region: settings.environment.AWS_REGION ?? 'eu-west-2',
    memoryLimitInMB: 1024,
    logFile: settings.logFile,
  };
  return new Worker(new URL('./function-worker.ts', import.meta.url), {
    env: { ...settings.environment },
    workerData: setting,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
};

/**
 * One worker thread with a function's bundle, and the calls that wait for its answer. It ends when it crashes, when a
 * call overruns its time, or when it has been idle for long enough; an ended thread takes no further call.
 */
export class FunctionThread {
  readonly #settings: FunctionThreadSettings;
  readonly #worker: Worker;
  readonly #waiting = new Map<string, Settle>();
  readonly #idle: NodeJS.Timeout;
  readonly #onEnd: (thread: FunctionThread) => void;

  /** @param onEnd called as soon as the thread is to end or has ended; possibly more than once. */
  constructor(settings: FunctionThreadSettings, onEnd: (thread: FunctionThread) => void) {
    this.#settings = settings;
    this.#onEnd = onEnd;
    this.#worker = startWorker(settings);
    this.#idle = setTimeout(() => {
      if (this.#waiting.size === 0) void this.end();
    }, settings.idleMilliseconds).unref();
    let why = 'the function ended without an answer';
    this.#worker.on('message', (reply: FunctionReply) => {
      const settle = this.#waiting.get(reply.id);
      if (settle !== undefined) settle(invocationOf(reply));
    });
    this.#worker.on('error', (fault: unknown) => {
      why = fault instanceof Error ? fault.message : String(fault);
    });
    this.#worker.on('exit', () => {
      onEnd(this);
      for (const settle of this.#waiting.values()) settle({ kind: 'crashed', message: why });
    });
  }

  invoke(event: unknown, id: string, clockShift?: number): Promise<Invocation> {
    const { timeoutMilliseconds } = this.#settings;
    return new Promise((resolve) => {
      const overrun = setTimeout(() => {
        settle({ kind: 'timed-out' });
        void this.end();
      }, timeoutMilliseconds);
      const settle: Settle = (invocation) => {
        clearTimeout(overrun);
        this.#waiting.delete(id);
        this.#idle.refresh();
        resolve(invocation);
      };
      this.#waiting.set(id, settle);
      const deadlineEpochMilliseconds = Date.now() + timeoutMilliseconds;
      this.#worker.postMessage({ id, event, deadlineEpochMilliseconds, clockShift } satisfies Invoke);
    });
  }

  async end(): Promise<void> {
    this.#onEnd(this);
    await this.#worker.terminate();
  }
}
