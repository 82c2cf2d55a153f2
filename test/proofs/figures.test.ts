import { expect, it } from 'vitest';
import { longRun, shortRun } from './amounts.ts';
import { gapsOf, lossesIn, type Part, tableOf } from './figures.ts';
import { timed } from './parts.ts';

const part = (over: Partial<Part>): Part => ({
  name: 'Kills',
  what: 'kill -9 of the engine',
  figures: { operations: 1_200, kills: 20 },
  counts: { requests: 1_200, 'lost updates': 0 },
  losses: [],
  seconds: 12,
  ...over,
});

it('the table says what was done in each part, sums the figures up and says that nothing was lost', () => {
  const table = tableOf([part({}), part({ name: 'Faults', figures: { operations: 300, faults: 60 } })], 7, false);
  expect(table).toContain('seed 7');
  expect(table).toContain('1,500 operations · 60 faults · 20 kills');
  expect(table).toContain('0 losses and gaps in 2 parts');
});

it('a loss of any part is a loss of the whole proof, and its words stand below the part', () => {
  const parts = [part({}), part({ losses: ['lost: the write w1-3 is not there'] })];
  expect(lossesIn(parts)).toBe(1);
  expect(tableOf(parts, 7, true)).toContain('! lost: the write w1-3 is not there');
  expect(tableOf(parts, 7, true)).toContain('1 losses and gaps in 2 parts');
});

it('a part that breaks off is a gap, and the others are still told of', async () => {
  const broken = await timed('Schedule', 'fired at once', () => Promise.reject(new Error('the queue is stuck')));
  expect(broken.losses).toEqual([expect.stringContaining('broke off: Error: the queue is stuck')]);
  expect(lossesIn([part({}), broken])).toBe(1);
});

it('a part that came to less than is promised has a gap', () => {
  expect(gapsOf({ kills: [20, 20], requests: [99, 100] })).toEqual(['only 99 requests, at least 100 are promised']);
});

it('the long run keeps what is promised of it', () => {
  const { writers, processes, kills, hostile, tamperings, modelCommands, reviews, least } = longRun;
  expect({ writers, processes, kills, hostile, tamperings, modelCommands, reviews, ...least }).toEqual({
    writers: 8,
    processes: 4,
    kills: 200,
    hostile: 20_000,
    tamperings: 10_000,
    modelCommands: 100_000,
    reviews: 5_000,
    acknowledged: 10_000,
    operationsUnderFaults: 20_000,
    retried: 5_000,
    partWay: 1,
  });
  expect(shortRun.least.acknowledged).toBeGreaterThan(0);
});
