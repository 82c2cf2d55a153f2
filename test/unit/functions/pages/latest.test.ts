import { expect, it } from 'vitest';
import { Latest } from '#functions/pages/latest.ts';

it('what was put or asked for last stays, up to the size in all', () => {
  const latest = new Latest<string>(10);
  latest.put('a', 'one', 4);
  latest.put('b', 'two', 4);
  expect(latest.get('a')).toBe('one');
  latest.put('c', 'three', 4);
  expect(['a', 'b', 'c'].map((name) => latest.get(name))).toEqual(['one', undefined, 'three']);
});

it('one put again takes the place of what was there, and its size; one that is too large is not kept', () => {
  const latest = new Latest<string>(10);
  latest.put('a', 'small', 2);
  latest.put('a', 'large', 9);
  latest.put('b', 'small', 1);
  expect([latest.get('a'), latest.get('b')]).toEqual(['large', 'small']);
  latest.put('a', 'too large', 11);
  expect([latest.get('a'), latest.get('b')]).toEqual([undefined, 'small']);
  latest.put('c', 'ten', 9);
  expect(latest.get('b')).toBe('small');
  latest.delete('b');
  latest.put('d', 'one', 1);
  expect([latest.get('c'), latest.get('d')]).toEqual(['ten', 'one']);
});
