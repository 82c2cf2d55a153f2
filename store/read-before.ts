import type * as z from 'zod';
import { frozen } from '#schemas/frozen.ts';
import { type Item, unpack } from './items.ts';

/*
 * What a body was read as before: the same bytes through the same schema are the same value again. The store is asked
 * all the same, each time; what is saved is unpacking, parsing and validating what has not changed, such as a programme's
 * settings at every request.
 */

/** Of all bodies of one schema together. What they are parsed to takes some five times as much. */
const mostCharacters = 256 * 1024;

const bytesOf = ({ body, packing }: Item): string | undefined => {
  if (packing !== undefined) return undefined;
  if (body?.S !== undefined) return `S${body.S}`;
  return body?.B === undefined ? undefined : `B${Buffer.from(body.B).toString('latin1')}`;
};

/**
 * Reads packed bodies through a schema, as `unpack` does; values may be shared and cannot be changed. Those asked for
 * longest ago make room for new ones.
 * @throws UnreadableItem as `unpack` does
 */
export const unpacker = <T>(schema: z.ZodType<T>): ((item: Item) => T) => {
  const before = new Map<string, { readonly value: T }>();
  let characters = 0;
  return (item) => {
    const bytes = bytesOf(item);
    if (bytes === undefined || bytes.length > mostCharacters) return unpack(item, schema);
    const known = before.get(bytes);
    if (known !== undefined) {
      before.delete(bytes);
      before.set(bytes, known);
      return known.value;
    }
    const value = frozen(unpack(item, schema));
    before.set(bytes, { value });
    characters += bytes.length;
    for (const oldest of before.keys()) {
      if (characters <= mostCharacters) break;
      before.delete(oldest);
      characters -= oldest.length;
    }
    return value;
  };
};
