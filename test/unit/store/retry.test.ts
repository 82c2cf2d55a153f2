import { expect, it } from 'vitest';
import { retry } from '#store/table/retry.ts';

const soon = { tries: 4, leastSpanMilliseconds: 1, jitter: 'full' } as const;
const settlingAt = (last: number) => {
  let tried = 0;
  return {
    once: async () => {
      tried += 1;
      return tried === last ? tried : undefined;
    },
    tried: () => tried,
  };
};

it.each([1, 2, 4])('what settles at try %s is tried no more', async (last) => {
  const work = settlingAt(last);
  expect(await retry(work.once, soon)).toBe(last);
  expect(work.tried()).toBe(last);
});

it('what never settles is given up after so many tries', async () => {
  const work = settlingAt(5);
  expect(await retry(work.once, soon)).toBeUndefined();
  expect(work.tried()).toBe(4);
});

it('a failure is nobody’s try: it is thrown at once', async () => {
  let tried = 0;
  const failing = async () => {
    tried += 1;
    throw new Error('gone');
  };
  await expect(retry(failing, soon)).rejects.toThrow('gone');
  expect(tried).toBe(1);
});

it('nobody waits for the next try beyond the deadline', async () => {
  const patient = { tries: 2, leastSpanMilliseconds: 2_000, jitter: 'none' } as const;
  const started = performance.now();
  const work = retry(async () => undefined, patient, AbortSignal.timeout(20));
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(performance.now() - started).toBeLessThan(1_000);
});
