import { type FunctionHost, Invoke, type Said } from './function-messages.ts';

/*
 * A process of its own that runs the functions' real handlers, with the environment that its parent gave it. It ends
 * with its parent, or by kill -9 in the middle of whatever it does.
 */

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const handlerIn = (module: object): Handler => {
  if (!('handler' in module) || typeof module.handler !== 'function') throw new Error('there is no handler');
  const { handler } = module;
  return async (event, context) => handler(event, context);
};

const handlers: Readonly<Record<FunctionHost, Handler>> = {
  commands: handlerIn(await import('../functions/hosts/commands.ts')),
  queries: handlerIn(await import('../functions/hosts/queries.ts')),
  board: handlerIn(await import('../functions/hosts/board.ts')),
  front: handlerIn(await import('../functions/hosts/front.ts')),
  'roll-up': handlerIn(await import('../functions/hosts/roll-up.ts')),
};

const say = (said: Said): void => {
  process.send?.(said);
};

process.once('disconnect', () => process.exit());
process.on('message', async (message: unknown) => {
  const { id, host, event } = Invoke.parse(message);
  const context = { getRemainingTimeInMillis: () => 30_000, functionName: host, awsRequestId: String(id) };
  try {
    say({ kind: 'answered', id, answer: await handlers[host](event, context) });
  } catch (fault) {
    say({ kind: 'failed', id, message: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) });
  }
});
say({ kind: 'ready' });
