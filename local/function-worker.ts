import { openSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { byClock, installCallClock, systemNow } from './call-clock.ts';

/*
 * One deployed function in a thread of its own: loads the bundle as deployed and calls its handler. The environment
 * is the thread's own, as a function's is.
 */

export interface FunctionSetting {
  readonly name: string;
  /** The address of its bundle. */
  readonly bundle: string;
  readonly region: string;
  readonly memoryLimitInMB: number;
  /** Where its log goes. */
  readonly logFile: string;
}

/** One call, as it is posted to the thread. */
export interface Invoke {
  readonly id: string;
  readonly event: unknown;
  readonly deadlineEpochMilliseconds: number;
  /** How far the clock of the call stands from the system's, in milliseconds; the system's where it is not said. */
  readonly clockShift?: number | undefined;
}

/** The outcome of a call, as the thread posts it back; the answer is JSON, as it is between Lambda and its callers. */
export type FunctionReply =
  | { readonly kind: 'answered'; readonly id: string; readonly json: string }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string };

/**
 * Whatever is printed goes to the file before the call goes on, so that a thread which crashes or is ended leaves its
 * last words. By way of the main thread's streams they would be lost.
 */
const logTo = (file: string): void => {
  const log = openSync(file, 'a', 0o600);
  const write = (text: string | Uint8Array): boolean => {
    writeSync(log, typeof text === 'string' ? Buffer.from(text) : text);
    return true;
  };
  for (const stream of [process.stdout, process.stderr]) Object.assign(stream, { write });
};

const handlerOf = (module: unknown, bundle: string) => {
  if (typeof module !== 'object' || module === null || !('handler' in module) || typeof module.handler !== 'function')
    throw new Error(`${bundle} exports no handler`);
  return module.handler;
};

const contextOf = (setting: FunctionSetting, invoke: Invoke) => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: setting.name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:${setting.region}:000000000000:function:${setting.name}`,
  memoryLimitInMB: `${setting.memoryLimitInMB}`,
  awsRequestId: invoke.id,
  logGroupName: `/local/${setting.name}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => Math.max(0, invoke.deadlineEpochMilliseconds - systemNow()),
});

if (parentPort !== null) {
  const port = parentPort;
  const reply = (message: FunctionReply): void => port.postMessage(message);
  process.setSourceMapsEnabled(true);
  const setting: FunctionSetting = workerData;
  logTo(setting.logFile);
  installCallClock();
  const handler = handlerOf(await import(setting.bundle), setting.bundle);
  port.on('message', async (invoke: Invoke) => {
    try {
      const answer: unknown = await byClock(invoke.clockShift, () => handler(invoke.event, contextOf(setting, invoke)));
      reply({ kind: 'answered', id: invoke.id, json: JSON.stringify(answer) ?? 'null' });
    } catch (fault) {
      console.error(fault);
      reply({ kind: 'failed', id: invoke.id, message: fault instanceof Error ? fault.message : String(fault) });
    }
  });
}
