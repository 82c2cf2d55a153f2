import { expect, it } from 'vitest';
import { retryAfter, retrySeconds } from '#functions/scheduled/retry-times.ts';

const times = retrySeconds.parse(undefined);

it.each([
  [1, 10],
  [2, 60],
  [3, 300],
  [4, 720],
  [9, 720],
])('a month that failed for the %ith time comes again after %i seconds', (receives, seconds) => {
  expect(retryAfter(times, receives)).toBe(seconds);
});

it.each(['', 'soon', '10,60', '-5'])('"%s" is no list of seconds', (text) => {
  expect(retrySeconds.safeParse(text).success).toBe(false);
});
