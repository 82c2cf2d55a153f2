import { expect, it } from 'vitest';
import { retry } from '#store/table/retry.ts';

const failing = (times: number) => {
  const attempts: number[] = [];
  const once = async (attempt: number): Promise<string | undefined> => {
    attempts.push(attempt);
    return attempts.length > times ? 'done' : undefined;
  };
  return { attempts, once };
};

it('tries until something comes of it, and no more', async () => {
  const { attempts, once } = failing(2);
  expect(await retry(5, once, () => 1)).toBe('done');
  expect(attempts).toEqual([0, 1, 2]);
});

it('gives up after so many tries', async () => {
  const { attempts, once } = failing(9);
  expect(await retry(5, once, () => 1)).toBeUndefined();
  expect(attempts).toEqual([0, 1, 2, 3, 4]);
});

it('waits before each further try, and not before the first or after the last', async () => {
  const waits: number[] = [];
  await retry(3, failing(9).once, (attempt) => {
    waits.push(attempt);
    return 1;
  });
  expect(waits).toEqual([0, 1]);
});

it('hands on what is thrown, and does not try again', async () => {
  let tries = 0;
  const once = async (): Promise<string> => {
    tries += 1;
    throw new Error('the store is away');
  };
  await expect(retry(5, once, () => 1)).rejects.toThrow('the store is away');
  expect(tries).toBe(1);
});
