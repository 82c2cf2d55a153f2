// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resendEvents } from '#functions/messages/deliver-events.ts';
import { readGivenUp } from '#store/messages/events.ts';
import {
  numbersOf,
  organisation,
  type SweptEvents,
  secret,
  startSweptEvents,
  tomorrow,
} from '../support/swept-events.ts';
import { startReceiver } from '../support/webhook-receiver.ts';

/*
 * Events on their way (docs/meaning.md MESSAGE-10 and MESSAGE-11), on the real engine and to a real server: delivered until they are taken, whoever
 * is cut off when.
 */

let on: SweptEvents;
beforeAll(async () => {
  on = await startSweptEvents();
  await on.sweepAt(on.next(), [on.hook()]);
});
afterAll(() => on.stop());

describe('MESSAGE-10: a destination gets every event', () => {
  it.each([
    ['whose answer was lost', ['cut off after it was taken']],
    ['when it was down', ['down']],
    ['when it had a fault of its own', ['500']],
    ['when it sends us elsewhere, where nothing is sent', ['302 to /elsewhere']],
  ] as const)('once, in order, %s', async (_, faults) => {
    const before = on.receiver.received.length;
    const made = on.next(1);
    await on.putReview(`first-${Date.parse(made)}`, made);
    await on.putReview(`second-${Date.parse(made)}`, made);
    on.receiver.faults.push(...faults);
    expect(await on.sweepAt(on.next(), [on.hook()])).toMatchObject({ events: 2, taken: 0 });
    expect(await on.sweepAt(on.next(), [on.hook()])).toMatchObject({ events: 0, taken: 2 });
    const numbers = numbersOf(on.receiver.received.slice(before));
    expect(numbers).toEqual([numbers[0], Number(numbers[0]) + 1]);
    expect(on.receiver.asked.every(({ path }) => path === '/events')).toBe(true);
  });

  it('and is not tried before the time that it asks for', async () => {
    await on.putReview('patience');
    on.receiver.faults.push('503 for 3600 seconds');
    expect(await on.sweepAt(on.next(), [on.hook()])).toMatchObject({ taken: 0 });
    const asked = on.receiver.asked.length;
    for (let n = 0; n < 3; n += 1) await on.sweepAt(on.next(), [on.hook()]);
    expect(on.receiver.asked).toHaveLength(asked);
    expect(await on.sweepAt(on.next(), [on.hook()])).toMatchObject({ taken: 1 });
  });

  it('of the types that it wants, and only those', async () => {
    const [all, some] = [await startReceiver(secret), await startReceiver(secret)];
    const both = [
      on.hook('all', { address: all.address }),
      on.hook('some', { address: some.address, types: ['tracker.saving.', 'tracker.review.struck-out'] }),
    ];
    await on.sweepAt(on.next(), both);
    const reviewId = 'typed';
    await on.putReview(reviewId);
    await on.tracker.must('strikeOutReview', {
      params: { ...tomorrow, reviewId },
      body: { reason: 'Twice' },
      headers: { 'if-match': '"1"' },
      recordedAt: on.recordedAt(),
    });
    expect(await on.sweepAt(on.next(), both)).toMatchObject({ events: 2, taken: 3 });
    expect(all.received.map(({ type }) => type)).toEqual(['tracker.review.added', 'tracker.review.struck-out']);
    expect(some.received.map(({ type }) => type)).toEqual(['tracker.review.struck-out']);
    for (const one of [all, some]) one.stop();
  });

  it('though the sweep is killed between any two of its calls to the store or to it', async () => {
    let wasKilled = true;
    let killedAt = 0;
    await on.sweepAt(on.next(), [on.hook()]);
    for (; wasKilled; killedAt += 1) {
      const reviewId = `killed-${killedAt}`;
      await on.putReview(reviewId);
      let calls = 0;
      const dies = async <T>(work: () => Promise<T>): Promise<T> => {
        calls += 1;
        if (calls > killedAt) throw new Error('killed');
        return work();
      };
      const { client } = on.tracker.table;
      const send = (...given: unknown[]) => dies(() => Reflect.apply(client.send, client, given));
      const table = { ...on.tracker.table, client: Object.create(client, { send: { value: send } }) };
      const plain = on.hook();
      const killed = {
        ...plain,
        deliver: (...given: Parameters<typeof plain.deliver>) => dies(() => plain.deliver(...given)),
      };
      await on.sweepAt(on.next(), [killed], table).catch(() => undefined);
      wasKilled = calls > killedAt;
      await on.sweepAt(on.next(), [on.hook()]);
      expect(
        on.receiver.received.filter(({ data }) => data.reviewId === reviewId).map(({ type }) => type),
        `killed after call ${killedAt}`,
      ).toEqual(['tracker.review.added']);
    }
    expect(killedAt).toBeGreaterThan(12);
    expect(on.receiver.received.map(({ id }) => id)).toEqual((await on.made()).map(({ id }) => id));
    expect(numbersOf(await on.made())).toEqual((await on.made()).map((_, n) => n + 1));
  });
});

describe('MESSAGE-11: what a destination does not take', () => {
  it('is given up after eight tries, the others come after it, and it can be sent again', async () => {
    const own = await startReceiver(secret);
    const destination = on.hook('poisoned', { address: own.address });
    await on.sweepAt(on.next(), [destination]);
    await on.putReview('poison-1');
    own.faults.push(...Array.from({ length: 8 }, () => '400' as const));
    await on.putReview('poison-2');
    const minutes: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const at = on.next(0);
      await on.sweepAt(at, [destination]);
      const { notBefore = at } = (await on.deliveryTo('poisoned')) ?? {};
      minutes.push((Date.parse(notBefore) - Date.parse(at)) / 60_000);
      on.next(minutes[n]);
    }
    expect(minutes).toEqual([15, 30, 60, 120, 240, 480, 480, 480, 0]);
    expect(own.received.map(({ data }) => data.reviewId)).toEqual(['poison-2']);
    const to = { organisation, destination: 'poisoned' };
    const [number, ...more] = await readGivenUp(on.tracker.table, to);
    expect(more).toEqual([]);
    const deps = { table: on.tracker.table, keptDays: 30, isTimeLeft: () => true };
    own.faults.push('500');
    await expect(resendEvents(deps, to, [destination], on.next())).rejects.toThrow('500');
    expect(await readGivenUp(on.tracker.table, to)).toEqual([number]);
    expect(await resendEvents(deps, to, [destination], on.next())).toBe(1);
    expect(own.received.map(({ data }) => data.reviewId)).toEqual(['poison-2', 'poison-1']);
    expect(await readGivenUp(on.tracker.table, to)).toEqual([]);
    own.stop();
  });

  it('is given up once it is three days old, and all that is as old with it', async () => {
    const own = await startReceiver(secret);
    const destination = on.hook('gone', { address: own.address });
    await on.sweepAt(on.next(), [destination]);
    for (const n of [1, 2, 3]) await on.putReview(`old-${n}`);
    own.faults.push('down', 'down');
    await on.sweepAt(on.next(), [destination]);
    await on.sweepAt(on.next(4 * 24 * 60), [destination]);
    expect(await readGivenUp(on.tracker.table, { organisation, destination: 'gone' })).toHaveLength(3);
    await on.putReview('young');
    await on.sweepAt(on.next(60), [destination]);
    expect(own.received.map(({ data }) => data.reviewId)).toEqual(['young']);
    own.stop();
  });

  it('can be sent again from a number on: its receiver knows what it has by the ids', async () => {
    const own = await startReceiver(secret);
    const destination = on.hook('again', { address: own.address });
    await on.sweepAt(on.next(), [destination]);
    for (const n of [1, 2]) await on.putReview(`again-${n}`);
    await on.sweepAt(on.next(), [destination]);
    const [first] = numbersOf(own.received);
    const deps = { table: on.tracker.table, keptDays: 30, isTimeLeft: () => true };
    const asked = { organisation, destination: 'again', from: first };
    await resendEvents(deps, asked, [destination], on.next());
    expect(await on.sweepAt(on.next(), [destination])).toMatchObject({ events: 0, taken: 2 });
    expect(own.received).toHaveLength(2);
    await expect(resendEvents(deps, { ...asked, destination: 'none' }, [destination], on.next())).rejects.toThrow(
      'none',
    );
    own.stop();
  });

  it('keeps no other waiting, and how far each has come is known', async () => {
    const own = await startReceiver(secret);
    own.faults.push('down');
    const both = [on.hook('down', { address: own.address }), on.hook()];
    await on.sweepAt(on.next(), both);
    await on.putReview('for-both');
    own.faults.push('down');
    expect(await on.sweepAt(on.next(), both)).toMatchObject({ events: 1, taken: 1 });
    expect(await on.deliveryTo('down')).toMatchObject({ failures: 1, tries: 1 });
    expect(await on.deliveryTo('finance')).toMatchObject({ failures: 0, upTo: (await on.made()).length });
    own.stop();
  });
});
