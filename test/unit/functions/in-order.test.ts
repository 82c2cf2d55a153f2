import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '#functions/scheduled/in-order.ts';

it('what is worked on several at once comes in its order, and never more than so many are begun', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (items, atOnce) => {
      let inWork = 0;
      let most = 0;
      const work = async (milliseconds: number): Promise<number> => {
        inWork += 1;
        most = Math.max(most, inWork);
        await pause(milliseconds);
        inWork -= 1;
        return milliseconds;
      };
      const found: number[] = [];
      for await (const one of inOrder(items, atOnce, work)) found.push(one);
      expect(found).toEqual(items);
      expect(most).toBeLessThanOrEqual(atOnce);
    }),
    { numRuns: 30 },
  );
});

it('a failure is thrown in its place, after what came before it', async () => {
  const found: number[] = [];
  const work = async (one: number): Promise<number> => {
    if (one === 2) throw new Error('the second');
    return one;
  };
  const all = async (): Promise<void> => {
    for await (const one of inOrder([1, 2, 3], 3, work)) found.push(one);
  };
  await expect(all()).rejects.toThrow('the second');
  expect(found).toEqual([1]);
});
