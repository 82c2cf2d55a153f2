// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ReportMonth } from '#language/time.ts';
import type { Client } from '../support/client.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { recountFaults } from './history/read-chains.ts';
import {
  deliver,
  deliverWhile,
  messageOf,
  monthAt,
  publicationFaults,
  pull,
  recordMonthly,
  saidOf,
} from './monthly-programme.ts';
import { amount, counted, timeLimitMilliseconds } from './running.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
let client: Client;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(2);
  client = tracker.client(1);
});
afterAll(() => tracker.stop());

/** What crashes; each has an organisation of its own, by its name. */
const victims = ['function', 'engine'] as const;
const mostWrites = 20;
const mostTries = 8;
/** After every write at length, else after every second. */
const step = amount(2, 1);

/** Whether the roll-up had so many writes. */
const crash = async (victim: (typeof victims)[number], month: ReportMonth, afterWrites: number): Promise<boolean> => {
  let crashed = false;
  await deliverWhile(tracker, messageOf(victim, month), async (writes) => {
    if (writes !== afterWrites) return true;
    crashed = true;
    if (victim === 'function') tracker.pool.kill(0);
    else {
      await tracker.engine.kill();
      await tracker.engine.start();
    }
    return false;
  });
  return crashed;
};

/** Delivered again until it is done. */
const finish = async (organisation: string, month: ReportMonth) => {
  for (let tries = 0; tries < mostTries; tries += 1)
    if ((await deliver(tracker, 1, [messageOf(organisation, month)])).size === 0) break;
  return pull(client, { organisation, month });
};

/*
 * The roll-up of a month is crashed after its first write, that of the next month `step` writes later, and so on until a
 * roll-up has no more writes: once its function, once the engine.
 */
it('a roll-up that crashes after any of its writes is the report that it is without a crash, seen only when whole', async (context) => {
  for (const organisation of ['untouched', ...victims]) await recordMonthly(client, organisation);
  let [crashes, writesOfRollUp, months] = [0, 0, 0];
  for (let n = 0; 1 + n * step <= mostWrites; n += 1) {
    const month = monthAt(n);
    const writes = await deliverWhile(tracker, messageOf('untouched', month), () => true);
    writesOfRollUp = Math.max(writesOfRollUp, writes);
    const wanted = await finish('untouched', month);
    expect(wanted?.status).toBe(200);
    const crashed: boolean[] = [];
    for (const victim of victims) {
      crashed.push(await crash(victim, month, 1 + n * step));
      const seen = await pull(client, { organisation: victim, month });
      const done = await finish(victim, month);
      const again = await finish(victim, month);
      if (seen !== undefined) expect(seen.text).toBe(done?.text);
      expect(again?.text).toBe(done?.text);
      const said = await saidOf(client, { organisation: victim, month });
      expect([victim, month, said]).toEqual([
        victim,
        month,
        await saidOf(client, { organisation: 'untouched', month }),
      ]);
    }
    if (!crashed.includes(true)) break;
    crashes += crashed.filter((one) => one).length;
    months += 1;
  }
  counted(context, { crashes, 'writes of a roll-up': writesOfRollUp, 'reports compared': months * victims.length });
  expect(months).toBeGreaterThanOrEqual(Math.ceil(writesOfRollUp / step));
  expect(months).toBeGreaterThan(1);
  for (const victim of victims) expect(await publicationFaults(client, victim)).toEqual([]);
  expect(await recountFaults(tracker.table)).toEqual([]);
});
