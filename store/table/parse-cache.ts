import { LRUCache } from 'lru-cache';
import type * as z from 'zod';
import { frozen } from '#schemas/frozen.ts';
import { type Item, unpack } from './items.ts';

/*
 * What a body was read as before: the same bytes through the same schema are the same value again. The store is asked
 * all the same, each time; what is saved is unpacking, parsing and validating what has not changed, such as a programme's
 * settings at every request.
 */

/** Of the bytes of all bodies of one schema together, as text. What they are parsed to takes some two and a half times as much. */
const mostBytes = 512 * 1024;

/** Everything that a body is unpacked from: text and bytes are told apart, and so is how they are packed. */
const nameOf = ({ body, packing }: Item): string =>
  `${packing?.S}${body?.S === undefined ? `B${Buffer.from(body?.B ?? []).toString('latin1')}` : `S${body.S}`}`;

/**
 * Reads packed bodies through a schema, as `unpack` does; values may be shared and cannot be changed. Those asked for
 * longest ago make room for new ones.
 * @throws UnreadableItem as `unpack` does
 */
export const unpacker = <T extends object>(schema: z.ZodType<T>): ((item: Item) => T) => {
  const before = new LRUCache<string, T>({ maxSize: mostBytes, sizeCalculation: (_, name) => 2 * name.length });
  return (item) => {
    const name = nameOf(item);
    const known = before.get(name);
    if (known !== undefined) return known;
    const value = frozen(unpack(item, schema));
    before.set(name, value);
    return value;
  };
};
