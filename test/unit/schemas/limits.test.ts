import { expect, it } from 'vitest';
import { linesPage, listPage, pageSizePattern } from '#schemas/limits.ts';

it.each([listPage, linesPage, { most: 12, byDefault: 5 }, { most: 907, byDefault: 5 }])(
  'the size of a page is a whole number from 1 to $most, and nothing else',
  (limits) => {
    const pattern = pageSizePattern(limits);
    const taken = Array.from({ length: 2 * limits.most + 10 }, (_, n) => n).filter((n) => pattern.test(String(n)));
    expect(taken).toEqual(Array.from({ length: limits.most }, (_, n) => n + 1));
    expect(['', '01', '-1', '1.5', '1e2', ' 1', '1 '].filter((text) => pattern.test(text))).toEqual([]);
  },
);
