import { describe, expect, it } from 'vitest';
import { rateLimiter } from '#functions/http/rate-limit.ts';

const anna = { organisation: 'council', subject: 'anna' };
const start = Date.UTC(2026, 0, 1);

describe('a person', () => {
  it('is answered a screenful at once, and then as many a second as are allowed', () => {
    const limiter = rateLimiter({ perSecond: 2, atOnce: 5 });
    expect(Array.from({ length: 7 }, () => limiter.wait(anna, start))).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect([499, 500, 500, 1_000].map((later) => limiter.wait(anna, start + later))).toEqual([1, 0, 1, 0]);
  });

  it('may ask the whole screenful again after a rest, and no more than that', () => {
    const limiter = rateLimiter({ perSecond: 2, atOnce: 5 });
    for (let n = 0; n < 5; n += 1) limiter.wait(anna, start);
    const nextDay = start + 86_400_000;
    expect(Array.from({ length: 6 }, () => limiter.wait(anna, nextDay))).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('who waits as long as they are told is answered', () => {
    const limiter = rateLimiter({ perSecond: 0.1, atOnce: 1 });
    limiter.wait(anna, start);
    const seconds = limiter.wait(anna, start + 3_000);
    expect(seconds).toBe(7);
    expect(limiter.wait(anna, start + 3_000 + seconds * 1_000)).toBe(0);
  });

  it('uses up nothing of anybody else, nor of their namesake in another organisation', () => {
    const limiter = rateLimiter({ perSecond: 1, atOnce: 1 });
    expect(limiter.wait(anna, start)).toBe(0);
    expect(limiter.wait(anna, start)).toBe(1);
    expect(limiter.wait({ ...anna, subject: 'bob' }, start)).toBe(0);
    expect(limiter.wait({ ...anna, organisation: 'other' }, start)).toBe(0);
  });

  it('gains nothing by a clock that is set back', () => {
    const limiter = rateLimiter({ perSecond: 1, atOnce: 1 });
    limiter.wait(anna, start);
    expect(limiter.wait(anna, start - 60_000)).toBe(1);
  });
});

it('at most so many people are kept in mind: who asked longest ago is forgotten first, and nobody who asks now', () => {
  const limiter = rateLimiter({ perSecond: 1, atOnce: 1 }, 3);
  const asks = (subject: string): number => limiter.wait({ ...anna, subject }, start);
  expect(['a', 'b', 'c', 'a', 'd'].map(asks)).toEqual([0, 0, 0, 1, 0]);
  expect(['a', 'c', 'd'].map(asks)).toEqual([1, 1, 1]);
  expect(asks('b')).toBe(0);
});
