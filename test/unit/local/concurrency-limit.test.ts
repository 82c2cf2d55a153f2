import { expect, it } from 'vitest';
import { concurrencyLimit } from '#local/concurrency-limit.ts';

it('whoever comes when all turns are taken has one when it is given back, in the order of coming', async () => {
  const turns = concurrencyLimit(2);
  const had: string[] = [];
  const come = async (name: string) => {
    if (await turns.take(10_000)) had.push(name);
  };
  const all = ['first', 'second', 'third', 'fourth'].map(come);
  await Promise.all(all.slice(0, 2));
  expect(had).toEqual(['first', 'second']);
  turns.give();
  await all[2];
  expect(had).toEqual(['first', 'second', 'third']);
  turns.give();
  await all[3];
  expect(had).toEqual(['first', 'second', 'third', 'fourth']);
});

it('whoever waits for too long is told so, and the turn goes to the next', async () => {
  const turns = concurrencyLimit(1);
  await turns.take(10_000);
  expect(await turns.take(10)).toBe(false);
  const patient = turns.take(10_000);
  turns.give();
  expect(await patient).toBe(true);
});

it('a turn that nobody waits for can be taken again', async () => {
  const turns = concurrencyLimit(1);
  for (let n = 0; n < 3; n += 1) {
    expect(await turns.take(10)).toBe(true);
    turns.give();
  }
});
