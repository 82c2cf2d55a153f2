import { setTimeout as pause } from 'node:timers/promises';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { publicationsFindings } from './crashed-roll-ups.ts';
import { deliver, fireDue, firstMonth, messageOf, monthAt, pull, runState, tellMonthly } from './monthly-programme.ts';

export interface ScheduleResult {
  readonly fired: number;
  readonly deliveries: number;
  readonly redelivered: number;
  readonly poison: number;
  readonly reports: number;
  readonly losses: readonly string[];
}

const poison = ['{"kind":"something-else"}', 'no JSON', '', '[]', '{"kind":"roll-up-month","organisation":"fired"}'];
/** Every delivery of a message hands the next month over: with more than so many waiting none comes twice, or they never end. */
const crowd = 30;
const mostDeliveriesPerMonth = 200;

/**
 * Fires the schedule of each of some months one to five times, late, out of order and at once, and delivers what it
 * sends more than once, in any order and beside messages that nobody can read, while calls to the store go wrong.
 */
export const fireSchedule = async (tracker: TrackerInProcesses, months: number): Promise<ScheduleResult> => {
  const { chance, queue } = tracker;
  for (const organisation of ['on-time', 'fired']) await tellMonthly(tracker, organisation);
  const losses: string[] = [];
  let [fired, deliveries, redelivered, poisoned] = [0, 0, 0, 0];

  const fire = async (month: number): Promise<void> => {
    const times = 1 + chance.below(5);
    const on = `${monthAt(month + 1)}-${String(6 + chance.below(20)).padStart(2, '0')}`;
    fired += times;
    await Promise.all(Array.from({ length: times }, (_, slot) => fireDue(tracker, on, slot)));
  };
  const work = async (): Promise<void> => {
    for (; queue.state().waiting + queue.state().inWork > 0; deliveries += 1) {
      if (deliveries > mostDeliveriesPerMonth * months) throw new Error('the queue does not become empty');
      const messages = queue.receive(1 + chance.below(8));
      const bad = chance.happens(0.3) ? [chance.pick(['', 'no JSON', ...poison])] : [];
      poisoned += bad.length;
      const bodies = [...bad, ...messages.map((message) => message.body)];
      if (bodies.length === 0) {
        await pause(2);
        continue;
      }
      const isCrowded = queue.state().waiting > crowd;
      const twice = !isCrowded && chance.happens(0.3);
      const [failed = new Set<number>()] = await Promise.all(
        (twice ? [0, 1] : [0]).map((slot) => deliver(tracker, deliveries + slot, bodies)),
      );
      redelivered += twice ? messages.length : 0;
      if (bad.length > 0 && !failed.has(0)) losses.push(`the message ${bad[0]} was taken`);
      // What was done may come again all the same.
      for (const [n, message] of messages.entries())
        if (!failed.has(n + bad.length) && (isCrowded || chance.happens(0.8))) queue.remove(message.receiptHandle);
        else {
          queue.release(message.receiptHandle);
          redelivered += 1;
        }
    }
  };

  tracker.proxy.inject(0.1, 0.5);
  const order = Array.from({ length: months }, (_, n) => n).sort(() => chance.next() - 0.5);
  for (const month of order) {
    await fire(month);
    if (chance.happens(0.6)) await work();
  }
  tracker.proxy.inject(0);
  await fire(months - 1);
  await work();

  let reports = 0;
  for (let n = 0; n < months; n += 1) {
    const month = monthAt(n);
    await deliver(tracker, 0, [messageOf('on-time', month)]);
    const [wanted, had] = [await pull(tracker, 'on-time', month), await pull(tracker, 'fired', month)];
    if (had === undefined) losses.push(`${month} was not published`);
    else reports += 1;
    const state = await runState(tracker, 'fired', month);
    if (state !== 'published') losses.push(`the run of ${month} is said to be ${state}`);
    if (had?.digest !== wanted?.digest) losses.push(`${month} is not the report that it is on time`);
  }
  losses.push(...(await publicationsFindings(tracker, 'fired')));
  if (reports !== months) losses.push(`${reports} reports of ${months} months from ${firstMonth}`);
  return { fired, deliveries, redelivered, poison: poisoned, reports, losses };
};
