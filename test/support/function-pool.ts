import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { freshenBundles } from '#local/fresh-bundles.ts';
import { FunctionHost, type Invoke, Said } from './function-messages.ts';

/**
 * How a call of a function process ended, with the most memory and the processor's time that the process had had until then; `lost`: the
 * process ended first.
 */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly answer: unknown;
      readonly megabytes: number;
      readonly processorSeconds: number;
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'lost' };

export interface FunctionPool {
  readonly size: number;
  /** By default a function is told that it has half a minute. */
  invoke(slot: number, host: FunctionHost, event: unknown, milliseconds?: number): Promise<Reply>;
  /** kill -9; another process takes its place. */
  kill(slot: number): void;
  stop(): Promise<void>;
}

interface Worker {
  readonly process: ChildProcess;
  readonly waiting: Map<number, (reply: Reply) => void>;
  readonly ready: Promise<void>;
}

const startWorker = (environment: Readonly<Record<string, string>>): Worker => {
  const child = fork(join(import.meta.dirname, 'function-process.ts'), {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '', ...environment },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    child.once('exit', () => reject(new Error('a function process ended before it was ready')));
  });
  ready.catch(() => undefined);
  child.on('message', (message: unknown) => {
    const said = Said.parse(message);
    if (said.kind === 'ready') return isReady();
    const settle = waiting.get(said.id);
    waiting.delete(said.id);
    settle?.(said.kind === 'answered' ? said : { kind: 'failed', message: said.message });
  });
  child.once('exit', () => {
    for (const settle of waiting.values()) settle({ kind: 'lost' });
    waiting.clear();
  });
  return { process: child, waiting, ready };
};

const hasEnded = ({ process: child }: Worker): boolean => child.exitCode !== null || child.signalCode !== null;

const endWorker = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(worker)) return resolve();
    worker.process.once('exit', () => resolve());
    worker.process.kill('SIGKILL');
  });

const invokeIn = async (worker: Worker, call: Invoke): Promise<Reply> => {
  const isUp = await worker.ready.then(
    () => true,
    () => false,
  );
  if (!isUp) return { kind: 'lost' };
  return new Promise((resolve) => {
    if (hasEnded(worker)) return resolve({ kind: 'lost' });
    worker.waiting.set(call.id, resolve);
    worker.process.send(call, (fault) => {
      if (fault === null) return;
      worker.waiting.delete(call.id);
      resolve({ kind: 'lost' });
    });
  });
};

/** Processes that run the functions as deployed, and one in reserve so that a kill costs little time. */
export const startFunctionPool = async (
  size: number,
  environment: Readonly<Record<string, string>>,
): Promise<FunctionPool> => {
  let next = 1;
  let stopping = false;
  freshenBundles(FunctionHost.options);
  const workers = Array.from({ length: size }, () => startWorker(environment));
  let spare: Worker | undefined;
  await Promise.all(workers.map((worker) => worker.ready));

  const workerAt = (slot: number): Worker => {
    const worker = workers[slot % size];
    if (worker === undefined) throw new Error('there are no function processes');
    return worker;
  };
  return {
    size,
    invoke: (slot, host, event, milliseconds = 30_000) => {
      const id = next;
      next += 1;
      return invokeIn(workerAt(slot), { id, host, event, milliseconds });
    },
    kill: (slot) => {
      const killed = workerAt(slot);
      killed.process.kill('SIGKILL');
      workers[slot % size] = spare ?? startWorker(environment);
      spare = stopping ? undefined : startWorker(environment);
    },
    stop: async () => {
      stopping = true;
      await Promise.all([...workers, ...(spare === undefined ? [] : [spare])].map(endWorker));
    },
  };
};
