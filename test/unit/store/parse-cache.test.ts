import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Item, packed, UnreadableItem } from '#store/table/items.ts';
import { unpacker } from '#store/table/parse-cache.ts';

let parses = 0;
const Body = z.object({
  title: z.string().refine(() => {
    parses += 1;
    return true;
  }),
  risks: z.array(z.object({ score: z.int() })),
});
const item = (value: unknown, sk = 'one'): Item => ({ pk: { S: 'a' }, sk: { S: sk }, body: packed(value) });
const small = { title: 'Property', risks: [{ score: 4 }] };
const large = { title: 'Property and infrastructure support '.repeat(40), risks: [{ score: 4 }] };

describe('A body that was read before', () => {
  it.each([
    ['text', small],
    ['packed', large],
  ])('is the same value, and is not validated again: %s', (_, value) => {
    const read = unpacker(Body);
    parses = 0;
    expect(read(item(value))).toEqual(value);
    expect(read(item(value, 'another'))).toEqual(value);
    expect(parses).toBe(1);
  });

  it('is read anew where one character of it is another', () => {
    const read = unpacker(Body);
    read(item(small));
    expect(read(item({ ...small, risks: [{ score: 5 }] })).risks).toEqual([{ score: 5 }]);
  });

  it('is never bytes that were text before, nor text that was bytes', () => {
    const read = unpacker(Body);
    const asText = item(small);
    const asBytes = item(large);
    read(asText);
    read(asBytes);
    const swapped = [
      { ...asText, body: { B: Buffer.from(asText.body?.S ?? '') } },
      { ...asBytes, body: { S: Buffer.from(asBytes.body?.B ?? []).toString('latin1') } },
    ];
    for (const one of swapped) expect(() => read(one)).toThrow(UnreadableItem);
  });

  it('cannot be changed by one reader for the next', () => {
    const read = unpacker(Body);
    const first = read(item(small));
    expect(() => first.risks.push({ score: 1 })).toThrow(TypeError);
    expect(() => Object.assign(first.risks[0] ?? {}, { score: 9 })).toThrow(TypeError);
    expect(read(item(small))).toEqual(small);
  });

  it('is a fault each time where it does not parse, with the key of the item that was asked for', () => {
    const read = unpacker(Body);
    for (const sk of ['first', 'second'])
      expect(() => read(item({ title: 'Property' }, sk))).toThrow(new RegExp(`a ${sk} cannot be read`));
    expect(() => read(item({ title: 'Property' }))).toThrow(UnreadableItem);
  });

  it('makes room for others: what was asked for longest ago is read anew', () => {
    const read = unpacker(Body);
    const first = item({ ...small, title: 'First' });
    read(first);
    parses = 0;
    for (let n = 0; n < 6_000; n += 1) read(item({ ...small, title: `Service ${n} ${'x'.repeat(40)}` }));
    expect(parses).toBe(6_000);
    read(first);
    expect(parses).toBe(6_001);
  });
});
