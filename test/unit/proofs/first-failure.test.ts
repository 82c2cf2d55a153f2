import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sayingFirstFailure } from '../../proofs/running.ts';

const upTo = (most: number) =>
  fc.asyncProperty(fc.nat(1_000), async (number) => {
    fc.pre(number > 0);
    expect(number).toBeLessThanOrEqual(most);
  });

it('a proof says the first thing that it finds before it makes it smaller, once', async () => {
  const said: string[] = [];
  let saidBeforeShrinking: number | undefined;
  const property = upTo(5);
  const watched = sayingFirstFailure(property, (text) => {
    said.push(text);
  });
  const shrink = property.shrink.bind(property);
  property.shrink = (value) => {
    saidBeforeShrinking ??= said.length;
    return shrink(value);
  };
  const found = await fc.check(watched, { seed: 1, examples: [[800]] });
  expect(found).toMatchObject({ failed: true, counterexample: [6] });
  expect(saidBeforeShrinking).toBe(1);
  expect(said).toEqual([expect.stringContaining('[800]')]);
  expect(said).toEqual([expect.stringContaining('expected 800 to be less than or equal to 5')]);
});

it('a proof that finds nothing says nothing', async () => {
  const said: string[] = [];
  const watched = sayingFirstFailure(upTo(1_000), (text) => {
    said.push(text);
  });
  expect(await fc.check(watched, { seed: 1 })).toMatchObject({ failed: false, numRuns: 100 });
  expect(said).toEqual([]);
});
