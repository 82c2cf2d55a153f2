import { type Handler, loadHandler } from './function-handlers.ts';
import { FunctionHost, Invoke, type Said } from './function-messages.ts';

/*
 * A process of its own that runs the functions' real handlers, with the environment that its parent gave it. It ends
 * with its parent, or by kill -9 in the middle of whatever it does.
 */

const handlers = new Map<FunctionHost, Handler>();
for (const host of FunctionHost.options) handlers.set(host, await loadHandler(host));

const say = (said: Said): void => {
  process.send?.(said);
};

process.once('disconnect', () => process.exit());
process.on('message', async (message: unknown) => {
  const { id, host, event } = Invoke.parse(message);
  const context = { getRemainingTimeInMillis: () => 30_000, functionName: host, awsRequestId: String(id) };
  try {
    say({ kind: 'answered', id, answer: await handlers.get(host)?.(event, context) });
  } catch (fault) {
    say({ kind: 'failed', id, message: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) });
  }
});
say({ kind: 'ready' });
