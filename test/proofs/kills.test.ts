// @module-tag long
import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { countsOf, findingsOfWriters } from './history/findings-of-writers.ts';
import { recountFaults } from './history/read-chains.ts';
import type { Recorded } from './history/recorded.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';
import { letWrite, type Script, scripts } from './writers.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const processes = amount(2, 4);
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(processes);
});
afterAll(() => tracker.stop());

/** Of what is killed, after how many more requests and how many milliseconds, and how long the engine is away. */
const kill = fc.record({
  victim: fc.constantFrom('engine', 'function'),
  afterRequests: fc.integer({ min: 1, max: 8 }),
  waits: fc.nat(39),
  away: fc.nat(39),
  slot: fc.nat(processes - 1),
});
type Kill = typeof kill extends fc.Arbitrary<infer T> ? T : never;

let [engines, functions, rounds] = [0, 0, 0];

const killOnce = async ({ victim, waits, away, slot }: Kill): Promise<void> => {
  await pause(waits);
  if (victim === 'engine') {
    engines += 1;
    await tracker.engine.kill();
    await pause(away);
    await tracker.engine.start();
  } else {
    functions += 1;
    tracker.pool.kill(slot);
  }
};

/** Lets writers write while one after the other is killed; some requests end between one kill and the next. */
const writeAndKill = async (given: readonly Script[], kills: readonly Kill[]) => {
  rounds += 1;
  let isWriting = true;
  let ended = 0;
  const written = letWrite(tracker, {
    programme: `killed-${rounds}`,
    scripts: given,
    patience: { attempts: 15, pauseMilliseconds: 100 },
    ended: () => {
      ended += 1;
    },
  }).finally(() => {
    isWriting = false;
  });
  written.catch(() => undefined);
  // The programme is there before anything is killed.
  let from = 1;
  for (const one of kills) {
    from += one.afterRequests;
    while (isWriting && ended < from) await pause(2);
    if (!isWriting) break;
    await killOnce(one);
  }
  return written;
};

it('kill -9 of the engine and of function processes while six writers write loses nothing', async (context) => {
  const recorded: Recorded[] = [];
  const perRound = 8;
  const property = fc.asyncProperty(
    scripts(6, 12),
    fc.array(kill, { minLength: 1, maxLength: perRound, size: 'max' }),
    async (given, kills) => {
      const written = await writeAndKill(given, kills);
      recorded.push(...written.recorded);
      expect(await findingsOfWriters(tracker.client(0), written)).toEqual([]);
    },
  );
  await holds(property, amount(4, 60, 2));
  expect(await recountFaults(tracker.table)).toEqual([]);
  counted(context, { ...countsOf(recorded), 'engines killed': engines, 'functions killed': functions });
  expect(engines).toBeGreaterThan(amount(0, 50));
  expect(functions).toBeGreaterThan(amount(0, 50));
});
