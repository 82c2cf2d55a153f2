import { expect, it } from 'vitest';
import { once } from '#language/once.ts';

it('makes what is asked for when it is first asked for, and the same from then on', () => {
  const made: object[] = [];
  const give = once(() => {
    const one = { number: made.length };
    made.push(one);
    return one;
  });
  expect(made).toHaveLength(0);
  expect(give()).toBe(give());
  expect(made).toHaveLength(1);
});
