import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleCouncil, type WorkingCouncil } from '../../bench/load/council.ts';
import { countAgain } from '../../bench/load/count-again.ts';
import { type Stack, startStack } from '../../bench/load/stack.ts';
import { Tally } from '../../bench/load/tally.ts';
import { openUser } from '../../bench/load/user.ts';

let stack: Stack;
let council: WorkingCouncil;
const tally = new Tally();

/** The same numbers every time. */
const chanceFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

beforeAll(async () => {
  stack = await startStack();
  council = await settleCouncil(stack, 'council', 2, Date.now());
  await Promise.all(
    Array.from({ length: 8 }, async (_, number) => {
      const act = await openUser({ stack, council, number, tally, chance: chanceFrom(number * 7_919 + 1) });
      for (let n = 0; n < 15; n += 1) await act();
    }),
  );
}, 120_000);
afterAll(() => stack.stop());

it('eight people on two reviews at once get no answer that nobody should get, and lose nothing', async () => {
  expect(tally.errors).toEqual([]);
  expect(tally.acknowledged.size).toBeGreaterThan(5);
  expect(await countAgain(stack, council, tally)).toEqual([]);
});

it('a change that was acknowledged and is not there would be found', async () => {
  tally.changed('council review-1 review');
  tally.changed('council review-1 risk never-told');
  expect(await countAgain(stack, council, tally)).toEqual([
    expect.stringContaining('council review-1 review: '),
    'council review-1 risk never-told is lost',
    expect.stringContaining('council review-1 risks: '),
  ]);
});

it.each([429, 503])('%i counts as an error where it does not say when to ask again', (status) => {
  const answers = new Tally();
  answers.took('get-review', { status, headers: {}, text: '', milliseconds: 1 });
  answers.took('get-review', { status, headers: { 'retry-after': '2' }, text: '', milliseconds: 1 });
  expect([answers.errors.length, answers.busy]).toEqual([1, 1]);
});
