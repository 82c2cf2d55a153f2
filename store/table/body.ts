import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { type Item, keyOf, UnreadableItem } from './items.ts';
import type { Key } from './keys.ts';

/*
 * What an item says, apart from its keys and the attributes that conditions and indexes need: one body, plain JSON that can be
 * read in the database's console and in its exports. Only what a published report holds, large and never changed, is
 * gzip (RFC 1952) of such JSON (ADR 0029).
 */

export const jsonBody = (value: unknown): AttributeValue => ({ S: JSON.stringify(value) });

/** For what is large and never changes. */
export const gzippedBody = (value: unknown): AttributeValue => ({ B: gzipSync(JSON.stringify(value)) });

const unzipped = (key: Key, bytes: Uint8Array): string => {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new UnreadableItem(key, 'its body is not gzip');
  }
};

const jsonText = (key: Key, body: AttributeValue | undefined): string => {
  if (body?.S !== undefined) return body.S;
  if (body?.B === undefined) throw new UnreadableItem(key, 'it has no body');
  return unzipped(key, body.B);
};

/** The JSON text of an item's body. @throws UnreadableItem where it has none */
export const bodyText = (item: Item): string => jsonText(keyOf(item), item.body);

const parsedJson = <T>(key: Key, json: string, schema: z.ZodType<T>): T => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UnreadableItem(key, 'its body is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new UnreadableItem(key, parsed.error.issues.map((one) => `${one.path.join('/')} ${one.message}`).join('; '));
  return parsed.data;
};

/** JSON in an attribute of the item at a key, through its schema. @throws UnreadableItem where it does not parse */
export const readJson = <T>(key: Key, attribute: AttributeValue | undefined, schema: z.ZodType<T>): T =>
  parsedJson(key, jsonText(key, attribute), schema);

/** The body of an item, through its schema. @throws UnreadableItem where it does not parse */
export const readBody = <T>(item: Item, schema: z.ZodType<T>): T => readJson(keyOf(item), item.body, schema);

/** An item may have 400 KB (409,600 bytes), its keys included. */
const mostPieceBytes = 390_000;

/** The gzip of a value in pieces, for what is larger than one item may be; as many as there were before where it has become smaller. */
export const gzippedPieces = (value: unknown, atLeast = 1): readonly AttributeValue[] => {
  const bytes = gzipSync(JSON.stringify(value));
  const count = Math.max(atLeast, Math.ceil(bytes.length / mostPieceBytes));
  const each = Math.ceil(bytes.length / count);
  return Array.from({ length: count }, (_, n) => ({ B: bytes.subarray(n * each, (n + 1) * each) }));
};

/** The JSON text of what is in pieces. */
export const piecesText = (first: Item, ...others: readonly Item[]): string =>
  unzipped(keyOf(first), Buffer.concat([first, ...others].map((item) => item.body?.B ?? new Uint8Array())));

/** What is in pieces, through its schema; undefined where there is none. */
export const readPieces = <T>([first, ...others]: readonly Item[], schema: z.ZodType<T>): T | undefined =>
  first === undefined ? undefined : parsedJson(keyOf(first), piecesText(first, ...others), schema);
