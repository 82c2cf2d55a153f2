import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Item, itemKey, packed, tightlyPacked, UnreadableItem, unpack } from '#store/table/items.ts';

const Words = z.array(z.string());
const words = Array.from(
  { length: 400 },
  (_, n) => `milestone ${n} of the review of libraries – slipped by £${n * 37}`,
);
const gzipped = (value: unknown): Item => ({ body: { B: gzipSync(JSON.stringify(value)) } });
const itemWith = (body: Item): Item => ({ ...itemKey({ pk: 'a programme', sk: 'a report' }), ...body });

/** A body that names a dictionary that there never was. */
const withOther = (bytes: Uint8Array = new Uint8Array()): Uint8Array => Uint8Array.from(bytes).fill(7, 2, 6);

describe('What is packed into an item', () => {
  it.each([
    ['as text where it is small', ['short'], (value: unknown) => ({ body: packed(value) })],
    ['deflated with a dictionary where it is longer', words, (value: unknown) => ({ body: packed(value) })],
    ['as gzip, as it was before there was a dictionary', words, gzipped],
    ['as gzip where it is large', [...words, ...words, ...words], (value: unknown) => ({ body: packed(value) })],
    ['as tightly as can be', words, tightlyPacked],
  ])('comes out as it was put in, %s', (_how, value, pack) => {
    expect(unpack(itemWith(pack(value)), Words)).toEqual(value);
  });

  it('is smaller where it is packed as tightly as can be', () => {
    const bytes = (item: Item) => item.body?.B?.length ?? Number.NaN;
    expect(bytes(tightlyPacked(words))).toBeLessThan(bytes({ body: packed(words) }));
  });

  it.each([
    ['deflated', itemWith({ body: { B: Buffer.from('neither') } })],
    ['deflated', itemWith({ body: { B: withOther(packed(words).B) } })],
    ['brotli', itemWith({ ...tightlyPacked(words), body: packed(words) })],
  ])('is said not to be %s where it is not, with the place where it stands', (kind, item) => {
    expect(() => unpack(item, Words)).toThrow(UnreadableItem);
    expect(() => unpack(item, Words)).toThrow(`its body is not ${kind}`);
  });

  it('names the dictionary that it was packed with, which never changes', () => {
    const { B: bytes = new Uint8Array() } = packed(words);
    expect(Buffer.from(bytes.subarray(2, 6)).toString('hex')).toBe('a1d3eb96');
  });
});
