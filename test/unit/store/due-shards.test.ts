import { expect, it } from 'vitest';
import { duePartition, duePartitions } from '#store/table/keys.ts';

it('the shards of what is due share 1,200 programmes of 400 councils evenly', () => {
  const shards = Array.from({ length: 1_200 }, (_, n) =>
    duePartition({
      organisation: `council-${Math.floor(n / 3) + 1}`,
      programme: `programme-${(n % 3) + 1}`,
    }),
  );
  const counts = duePartitions.map((shard) => shards.filter((one) => one === shard).length);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1_200);
  expect(Math.max(...counts)).toBeLessThan((1_200 / duePartitions.length) * 1.1);
});
