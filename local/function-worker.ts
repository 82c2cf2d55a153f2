import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';

/*
 * One deployed function in a thread of its own: loads the bundle as deployed and calls its handler. The environment
 * is the thread's own, as a function's is.
 */

export const FunctionSetting = z.object({
  name: z.string(),
  bundle: z.string(),
  region: z.string(),
  memoryLimitInMB: z.int(),
});
export type FunctionSetting = z.infer<typeof FunctionSetting>;

/** What the thread is asked to do. */
export const Invoke = z.object({
  id: z.string(),
  event: z.unknown(),
  deadlineEpochMilliseconds: z.number(),
});
export type Invoke = z.infer<typeof Invoke>;

/** What it says back; the answer travels as JSON, as it does between Lambda and its callers. */
export const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), id: z.string(), json: z.string() }),
  z.object({ kind: z.literal('failed'), id: z.string(), message: z.string() }),
]);
export type Said = z.infer<typeof Said>;

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
  getRemainingTimeInMillis: () => Math.max(0, invoke.deadlineEpochMilliseconds - Date.now()),
});

if (parentPort !== null) {
  const port = parentPort;
  const say = (said: Said): void => port.postMessage(said);
  process.setSourceMapsEnabled(true);
  const setting = FunctionSetting.parse(workerData);
  const handler = handlerOf(await import(setting.bundle), setting.bundle);
  port.on('message', async (message: unknown) => {
    const invoke = Invoke.parse(message);
    try {
      const answer: unknown = await handler(invoke.event, contextOf(setting, invoke));
      say({ kind: 'answered', id: invoke.id, json: JSON.stringify(answer) ?? 'null' });
    } catch (fault) {
      console.error(fault);
      say({ kind: 'failed', id: invoke.id, message: fault instanceof Error ? fault.message : String(fault) });
    }
  });
}
