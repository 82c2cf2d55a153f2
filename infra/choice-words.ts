import * as z from 'zod';

/* What several choices are made of. */

export const word = (longest: number) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and "-", and begin with a letter')
    .max(longest, `must have at most ${longest} characters`);

export const Https = z.string().regex(/^https:\/\/[^\s/]/, 'must be an address that begins with https://');
export const Email = z.email('must be an e-mail address');
export const atLeastOne = <T extends z.ZodType>(item: T) => z.array(item).min(1, 'must name at least one');
