import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Item, itemKey, packed, tightlyPacked, UnreadableItem, unpack } from '#store/items.ts';

const Words = z.array(z.string());
const words = Array.from(
  { length: 400 },
  (_, n) => `milestone ${n} of the review of libraries – slipped by £${n * 37}`,
);
const itemWith = (body: Item): Item => ({ ...itemKey({ pk: 'a programme', sk: 'a report' }), ...body });

describe('What is packed into an item', () => {
  it.each([
    ['as text where it is small', ['short'], (value: unknown) => ({ body: packed(value) })],
    ['as gzip where it is large', words, (value: unknown) => ({ body: packed(value) })],
    ['as tightly as can be', words, tightlyPacked],
  ])('comes out as it was put in, %s', (_how, value, pack) => {
    expect(unpack(itemWith(pack(value)), Words)).toEqual(value);
  });

  it('is smaller where it is packed as tightly as can be', () => {
    const bytes = (item: Item) => item.body?.B?.length ?? Number.NaN;
    expect(bytes(tightlyPacked(words))).toBeLessThan(bytes({ body: packed(words) }));
  });

  it.each([
    ['gzip', itemWith({ body: { B: Buffer.from('neither') } })],
    ['brotli', itemWith({ ...tightlyPacked(words), body: packed(words) })],
  ])('is said not to be %s where it is not, with the place where it stands', (kind, item) => {
    expect(() => unpack(item, Words)).toThrow(UnreadableItem);
    expect(() => unpack(item, Words)).toThrow(`its body is not ${kind}`);
  });
});
