import { expect, it } from 'vitest';
import { axisFromZero } from '#web/report/axis.ts';

it.each([
  [44_000_000, 50_000_000, [0, 10_000_000, 20_000_000, 30_000_000, 40_000_000, 50_000_000]],
  [1_900_000, 2_000_000, [0, 500_000, 1_000_000, 1_500_000, 2_000_000]],
  [1_000, 1_000, [0, 200, 400, 600, 800, 1_000]],
  [1_700, 2_000, [0, 500, 1_000, 1_500, 2_000]],
  [3, 3, [0, 1, 2, 3]],
])('an axis up to £%i ends at £%i, in round steps of whole pounds', (most, end, ticks) => {
  const axis = axisFromZero(most, 4, 250, 610);
  expect(axis.end).toBe(end);
  expect(axis.ticks).toEqual(ticks);
  expect([axis.place(0), axis.place(end)]).toEqual([250, 610]);
});
