import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { gzippedBody, gzippedPieces, jsonBody, readBody, readPieces } from '#store/table/body.ts';
import { type Item, itemBytes, itemKey, UnreadableItem } from '#store/table/items.ts';

const Words = z.array(z.string());
const words = Array.from(
  { length: 400 },
  (_, n) => `milestone ${n} of the review of libraries – slipped by £${n * 37}`,
);
const itemWith = (body: Item[string]): Item => ({ ...itemKey({ pk: 'a programme', sk: 'a report' }), body });

describe('The body of an item', () => {
  it.each([
    ['plain JSON', jsonBody],
    ['gzip of JSON', gzippedBody],
  ])('is read as it was written, as %s', (_how, body) => {
    expect(readBody(itemWith(body(words)), Words)).toEqual(words);
  });

  it('can be read in the console of the database', () => {
    expect(itemWith(jsonBody({ title: 'Libraries' })).body).toEqual({ S: '{"title":"Libraries"}' });
  });

  it('is read from its pieces where it is larger than an item may be', () => {
    const hardlyZipped = Array.from({ length: 60_000 }, () => Math.random().toString(36));
    const pieces = gzippedPieces(hardlyZipped).map(itemWith);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(itemBytes(piece)).toBeLessThan(400 * 1_024);
    expect(readPieces(pieces, Words)).toEqual(hardlyZipped);
  });

  it.each([
    ['its body is not gzip', itemWith({ B: Buffer.from('neither') })],
    ['its body is not JSON', itemWith({ S: '[' })],
    ['it has no body', itemKey({ pk: 'a programme', sk: 'a report' })],
    ['0 Invalid input', itemWith(jsonBody([1]))],
  ])('names the item, and says "%s" where it is so', (why, item) => {
    expect(() => readBody(item, Words)).toThrow(UnreadableItem);
    expect(() => readBody(item, Words)).toThrow(new RegExp(`a programme a report cannot be read: ${why}`));
  });
});
