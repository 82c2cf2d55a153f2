// @module-tag long
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { faultDraws } from '../support/fault-proxy.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { countsOf, findingsOfWriters } from './history/findings-of-writers.ts';
import { readChain, recountFaults } from './history/read-chains.ts';
import type { Recorded } from './history/recorded.ts';
import { deliver, fireDue, messageOf, monthAt, publicationFaults, pull, recordMonthly } from './monthly-programme.ts';
import { once, openingOf, openProgramme } from './openings.ts';
import { amount, counted, holds, sum, timeLimitMilliseconds } from './running.ts';
import { letWrite, scripts } from './writers.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(amount(2, 4));
  await openProgramme(tracker.client(0), 'hung');
});
afterAll(() => tracker.stop());

const faultPercent = 20;
const writers = 8;
/** At least so many requests succeed within three attempts, and the store is called at most so often for them. */
const leastSucceeded = 0.98;
const mostCalls = 1.6;

it('a call that hangs longer than anybody waits is made again, and what it told is recorded once', async () => {
  tracker.proxy.meet(['hang-before', 'hang-after', 'done-late']);
  const reviews = ['one', 'two', 'three'];
  const told = await Promise.all(
    reviews.map((review, slot) => tracker.client(slot).settle('putReview', openingOf('hung', review, null), once)),
  );
  expect(told.map((one) => [one.status, one.text])).toEqual(told.map((one) => [201, one.text]));
  expect(tracker.proxy.faults()).toEqual({ 'hang-before': 1, 'hang-after': 1, 'done-late': 1 });
  for (const review of reviews) {
    const { events } = await readChain(tracker.client(0), { programme: 'hung', review });
    expect(events.length).toBe(1);
  }
});

it('a change whose answer was lost, and that a conflict then seemed to stop, is not refused as though somebody else had made it', async () => {
  tracker.proxy.meet(['reset-after', 'conflict']);
  const told = await tracker.client(0).settle('putReview', openingOf('hung', 'four', null), once);
  expect([told.status, told.text]).toEqual([201, told.text]);
  expect(tracker.proxy.faults()).toMatchObject({ 'reset-after': 1, conflict: 1 });
});

it('a roll-up of which the single writes meet transactions publishes its month at its first delivery, once', async () => {
  const [client, organisation, month] = [tracker.client(0), 'in-the-way', monthAt(0)];
  await recordMonthly(client, organisation);
  const before = tracker.proxy.faults().conflict ?? 0;
  tracker.proxy.meet(['conflict', 'conflict', 'conflict', 'conflict']);
  expect(await deliver(tracker, 0, [messageOf(organisation, month)])).toEqual(new Set());
  expect(tracker.proxy.faults().conflict).toBe(before + 4);
  expect((await pull(client, { organisation, month }))?.status).toBe(200);
  expect(await publicationFaults(client, organisation)).toEqual([]);
});

it('an index that lags behind hides a report that is due until the schedule is fired again, and shows none twice', async () => {
  await recordMonthly(tracker.client(0), 'lagging');
  const [lagging] = fc.sample(faultDraws(0, 100), 1);
  tracker.proxy.inject(lagging);
  expect(await fireDue(tracker, '2025-02-06')).toBe(0);
  expect(tracker.proxy.faults()['stale-index']).toBeGreaterThan(0);
  tracker.proxy.inject(undefined);
  expect(await fireDue(tracker, '2025-02-06')).toBe(1);
});

it('writers lose nothing of each other while a fifth of all calls to the store go wrong', async (context) => {
  const recorded: Recorded[] = [];
  let rounds = 0;
  const faultsMet = (): number => sum(Object.values(tracker.proxy.faults()));
  const before = faultsMet();
  const property = fc.asyncProperty(scripts(writers, amount(6, 20)), faultDraws(faultPercent), async (given, draws) => {
    rounds += 1;
    const begin = () => tracker.proxy.inject(draws);
    const written = await letWrite(tracker, { programme: `stormy-${rounds}`, scripts: given, begin }).finally(() =>
      tracker.proxy.inject(undefined),
    );
    recorded.push(...written.recorded);
    expect(await findingsOfWriters(tracker.client(0), written)).toEqual([]);
  });
  await holds(property, amount(2, 300, 1));
  expect(await recountFaults(tracker.table)).toEqual([]);
  const counts = countsOf(recorded);
  counted(context, { ...counts, faults: faultsMet() - before });
  // Those that are sent without a key are not sent again, so they have no three attempts.
  const patient = recorded.filter((one) => one.outcome !== 'unknown' || one.attempts === 3);
  const succeeded = patient.filter((one) => one.outcome !== 'unknown').length / patient.length;
  expect(succeeded).toBeGreaterThanOrEqual(leastSucceeded);
  expect(counts.requests).toBeGreaterThan(amount(30, 20_000, 15));
});

it('faults cost no more than so many calls to the store', async (context) => {
  const [given = []] = fc.sample(scripts(writers, amount(6, 20)), 1);
  // Each alone at a review of its own, so that nobody decides anything again and the calls can be compared.
  const callsAlone = async (name: string, percent: number): Promise<number> => {
    const before = tracker.proxy.calls();
    const [draws] = fc.sample(faultDraws(percent), 1);
    tracker.proxy.inject(draws);
    const alone = await Promise.all(
      given.map((script, n) => letWrite(tracker, { programme: `${name}-${n + 1}`, scripts: [script] })),
    );
    tracker.proxy.inject(undefined);
    return (tracker.proxy.calls() - before) / sum(alone.map((one) => one.recorded.length));
  };
  const calm = await callsAlone('calm', 0);
  const faulty = await callsAlone('faulty', faultPercent);
  counted(context, { 'per cent of the calls without faults': Math.round((faulty / calm) * 100) });
  expect(faulty / calm).toBeLessThanOrEqual(mostCalls);
});
