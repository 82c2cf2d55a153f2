import type * as z from 'zod';
import { frozen } from './frozen.ts';

/**
 * Parses each object once: one that is given again, as a stored record is in the course of one request, is answered what
 * it was parsed to, which nobody can change. The object given must not be changed either.
 * @throws ZodError where it does not fit
 */
export const parsedOnce = <T>(schema: z.ZodType<T>): ((given: object) => T) => {
  const before = new WeakMap<object, { readonly parsed: T }>();
  return (given) => {
    const known = before.get(given);
    if (known !== undefined) return known.parsed;
    const parsed = frozen(schema.parse(given));
    before.set(given, { parsed });
    return parsed;
  };
};
