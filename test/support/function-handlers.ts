import type { FunctionHost } from './function-messages.ts';

/** A function's entry, as Lambda calls it. */
export type Handler = (event: unknown, context: object) => Promise<unknown>;

/**
 * The real handler of a function. It reads its environment when it is loaded, and keeps what it made of that: each tracker of a process
 * has its own, as every instance of a function has, and what they import is loaded once.
 */
export const loadHandler = async (host: FunctionHost, tracker = 0): Promise<Handler> => {
  const entry = new URL(`../../functions/hosts/${host}.ts?tracker=${tracker}`, import.meta.url).href;
  const module: object = await import(entry);
  if (!('handler' in module) || typeof module.handler !== 'function') throw new Error(`${host} has no handler`);
  const { handler } = module;
  return async (event, context) => handler(event, context);
};
