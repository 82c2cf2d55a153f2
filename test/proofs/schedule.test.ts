// @module-tag long
import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { faultDraws } from '../support/fault-proxy.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { recountFaults } from './history/read-chains.ts';
import {
  deliver,
  fireDue,
  messageOf,
  monthAt,
  publicationFaults,
  readRun,
  recordMonthly,
  saidOf,
} from './monthly-programme.ts';
import { amount, counted, holds, sum, timeLimitMilliseconds } from './running.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(3);
});
afterAll(() => tracker.stop());

const months = amount(3, 10, 2);
const poison = ['', 'no JSON', '{"kind":"something-else"}', '[]', '{"kind":"roll-up-month","organisation":"fired"}'];
/** Every delivery of a message hands the next month over: with more than so many waiting none comes twice, or they never end. */
const crowd = 30;
const mostDeliveriesPerMonth = 200;
const inTen = (times: number) => fc.nat(9).map((one) => one < times);

/** The schedule of a month: how often it is fired, on which day of the next month, and whether its work is done at once. */
const firings = fc
  .shuffledSubarray(
    Array.from({ length: months }, (_, n) => n),
    { minLength: months },
  )
  .chain((order) =>
    fc.tuple(
      ...order.map((month) =>
        fc.record({
          month: fc.constant(month),
          times: fc.integer({ min: 1, max: 5 }),
          day: fc.integer({ min: 6, max: 25 }),
          worksAtOnce: inTen(6),
        }),
      ),
    ),
  );
/** One delivery: how many messages, beside which that nobody can read, to two functions at once, and which come again. */
const deliveries = fc.infiniteStream(
  fc.record({
    batch: fc.integer({ min: 1, max: 8 }),
    poison: fc.option(fc.constantFrom(...poison), { freq: 2 }),
    twice: inTen(3),
    comesAgain: fc.array(inTen(2), { minLength: 8, maxLength: 8 }),
  }),
  { noHistory: true },
);
type Delivery = typeof deliveries extends fc.Arbitrary<fc.Stream<infer T>> ? T : never;

let [fired, delivered, redelivered, poisoned, rounds] = [0, 0, 0, 0, 0];

const fire = async ({ month, times, day }: { month: number; times: number; day: number }): Promise<void> => {
  fired += times;
  const on = `${monthAt(month + 1)}-${String(day).padStart(2, '0')}`;
  await Promise.all(Array.from({ length: times }, (_, slot) => fireDue(tracker, on, slot)));
};

/** Works the queue off, with what is drawn for each delivery. */
const work = async (draws: Iterator<Delivery>): Promise<void> => {
  const { queue } = tracker;
  for (let n = 0; queue.state().waiting + queue.state().inWork > 0; n += 1) {
    if (n > mostDeliveriesPerMonth * months) throw new Error('the queue does not become empty');
    const draw = draws.next().value;
    const messages = queue.receive(draw.batch);
    const bad = draw.poison === null ? [] : [draw.poison];
    const bodies = [...bad, ...messages.map((message) => message.body)];
    if (bodies.length === 0) {
      await pause(2);
      continue;
    }
    delivered += 1;
    poisoned += bad.length;
    const isCrowded = queue.state().waiting > crowd;
    const slots = draw.twice && !isCrowded ? [0, 1] : [0];
    const [failed = new Set<number>()] = await Promise.all(slots.map((slot) => deliver(tracker, n + slot, bodies)));
    if (bad.length > 0) expect(failed).toContain(0);
    // What was done may come again all the same.
    for (const [at, message] of messages.entries())
      if (!failed.has(at + bad.length) && (isCrowded || draw.comesAgain[at] !== true))
        queue.remove(message.receiptHandle);
      else {
        queue.release(message.receiptHandle);
        redelivered += 1;
      }
  }
};

it('a schedule fired often, late, out of order and at once, its messages coming again beside poison, publishes every month once', async (context) => {
  const client = tracker.client(0);
  const property = fc.asyncProperty(firings, deliveries, faultDraws(10, 50), async (given, draws, faults) => {
    rounds += 1;
    const [onTime, late] = [`on-time-${rounds}`, `fired-${rounds}`];
    for (const organisation of [onTime, late]) await recordMonthly(client, organisation);
    tracker.proxy.inject(faults);
    for (const one of given) {
      await fire(one);
      if (one.worksAtOnce) await work(draws);
    }
    tracker.proxy.inject(undefined);
    await fire({ month: months - 1, times: 1, day: 6 });
    await work(draws);
    for (let n = 0; n < months; n += 1) {
      const month = monthAt(n);
      await deliver(tracker, 0, [messageOf(onTime, month)]);
      const wanted = await saidOf(client, { organisation: onTime, month });
      expect(wanted).toBeDefined();
      expect([month, await saidOf(client, { organisation: late, month })]).toEqual([month, wanted]);
      expect(await readRun(client, { organisation: late, month })).toMatchObject({ state: 'published' });
    }
    expect(await publicationFaults(client, late)).toEqual([]);
  });
  await holds(property, amount(1, 3));
  expect(await recountFaults(tracker.table)).toEqual([]);
  const faults = tracker.proxy.faults();
  counted(context, { fired, deliveries: delivered, redelivered, poison: poisoned, faults: sum(Object.values(faults)) });
  expect(faults['stale-index'] ?? 0).toBeGreaterThan(0);
});
