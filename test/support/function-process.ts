import { createRequire, flushCompileCache } from 'node:module';
import { bundleOf } from '#local/fresh-bundles.ts';
import type { Handler } from './function-handlers.ts';
import { type FunctionHost, Invoke, type Said } from './function-messages.ts';

/*
 * A process of its own that runs the functions' real handlers, as deployed, with the environment that its parent gave it. It
 * ends with its parent, or by kill -9 in the middle of whatever it does.
 */

const require = createRequire(import.meta.url);
const handlers = new Map<FunctionHost, Handler>();
/** A function is loaded when it is first called; what was compiled is kept at once, for a process that is killed leaves nothing. */
const handlerOf = (host: FunctionHost): Handler => {
  const loaded = handlers.get(host);
  if (loaded !== undefined) return loaded;
  const { handler } = require(bundleOf(host));
  flushCompileCache();
  handlers.set(host, handler);
  return handler;
};
handlerOf('commands');

const say = (said: Said): void => {
  process.send?.(said);
};

process.once('disconnect', () => process.exit());
process.on('message', async (message: unknown) => {
  const { id, host, event, milliseconds } = Invoke.parse(message);
  const context = { getRemainingTimeInMillis: () => milliseconds, functionName: host, awsRequestId: String(id) };
  try {
    const answer = await handlerOf(host)(event, context);
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const processorSeconds = (userCPUTime + systemCPUTime) / 1_000_000;
    say({ kind: 'answered', id, answer, megabytes: maxRSS / 1_024, processorSeconds });
  } catch (fault) {
    say({ kind: 'failed', id, message: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) });
  }
});
say({ kind: 'ready' });
