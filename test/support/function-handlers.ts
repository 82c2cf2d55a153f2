import type { FunctionHost } from './function-messages.ts';

/** A function's entry, as Lambda calls it. */
export type Handler = (event: unknown, context: object) => Promise<unknown>;

const modules: Readonly<Record<FunctionHost, () => Promise<object>>> = {
  commands: () => import('#functions/hosts/commands.ts'),
  queries: () => import('#functions/hosts/queries.ts'),
  board: () => import('#functions/hosts/board.ts'),
  front: () => import('#functions/hosts/front.ts'),
  'roll-up': () => import('#functions/hosts/roll-up.ts'),
};

/** The real handler of a function; it reads its environment when it is loaded first. */
export const loadHandler = async (host: FunctionHost): Promise<Handler> => {
  const module = await modules[host]();
  if (!('handler' in module) || typeof module.handler !== 'function') throw new Error(`${host} has no handler`);
  const { handler } = module;
  return async (event, context) => handler(event, context);
};
