import { expect, it } from 'vitest';
import { itemBytes, number, text } from '#store/table/items.ts';

it.each([
  ['a text in UTF-8', { name: text('Bücher') }, 4 + 7],
  ['a number of one digit', { rows: number(7) }, 4 + 2],
  ['a number of two digits', { rows: number(10) }, 4 + 2],
  ['a number of three digits', { rows: number(500) }, 4 + 3],
  ['bytes', { body: { B: new Uint8Array(5) } }, 4 + 5],
])('%s counts for as many bytes as DynamoDB counts, a number at one for two digits and one more', (_, item, bytes) => {
  expect(itemBytes(item)).toBe(bytes);
});
