import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openQueue } from '#local/queue.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-queue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const open = (clock: { now: number }, file = join(folder, `queue-${files++}.jsonl`)) => ({
  file,
  queue: openQueue({
    file,
    nowEpochMilliseconds: () => clock.now,
    visibilityMilliseconds: 1_000,
    retryMilliseconds: 100,
    mostReceives: 3,
  }),
});

describe('the queue on one machine', () => {
  it('hides a received message until its time is up, then gives it out again with another receipt', () => {
    const clock = { now: 0 };
    const { queue } = open(clock);
    queue.send('april');
    const [first] = queue.receive(10);
    expect(queue.receive(10)).toEqual([]);
    clock.now = 1_000;
    const [second] = queue.receive(10);
    expect(second).toMatchObject({ messageId: first?.messageId, receives: 2, firstReceivedAt: first?.firstReceivedAt });
    expect(second?.receiptHandle).not.toBe(first?.receiptHandle);
    queue.remove(first?.receiptHandle ?? '');
    expect(queue.state()).toMatchObject({ inWork: 1 });
    queue.remove(second?.receiptHandle ?? '');
    expect(queue.state()).toEqual({ waiting: 0, inWork: 0, deadLetters: [] });
  });

  it('gives a failed message out again after a while, and puts it aside after the third failure', () => {
    const clock = { now: 0 };
    const { queue } = open(clock);
    const messageId = queue.send('april');
    for (const receives of [1, 2, 3]) {
      const [message] = queue.receive(10);
      expect(message?.receives).toBe(receives);
      queue.release(message?.receiptHandle ?? '');
      expect(queue.receive(10)).toEqual([]);
      clock.now += 100;
    }
    expect(queue.receive(10)).toEqual([]);
    expect(queue.state()).toEqual({ waiting: 0, inWork: 0, deadLetters: [{ messageId, body: 'april', receives: 3 }] });
  });

  it('gives a failed message out again when its receiver said, and the next time as it always does', () => {
    const clock = { now: 0 };
    const { queue } = open(clock);
    queue.send('april');
    const fail = (hidden?: number): void => {
      const [message] = queue.receive(1);
      if (hidden !== undefined) queue.hide(message?.receiptHandle ?? '', hidden);
      queue.release(message?.receiptHandle ?? '');
    };
    fail(5_000);
    expect(queue.nextVisibleAt()).toBe(5_000);
    clock.now = 4_999;
    expect(queue.receive(1)).toEqual([]);
    clock.now = 5_000;
    fail();
    expect(queue.nextVisibleAt()).toBe(5_100);
  });

  it('puts a message aside whose receiver went away three times', () => {
    const clock = { now: 0 };
    const { queue } = open(clock);
    queue.send('april');
    for (const _ of [1, 2, 3]) {
      expect(queue.receive(1)).toHaveLength(1);
      clock.now += 1_000;
    }
    expect(queue.receive(1)).toEqual([]);
    expect(queue.state().deadLetters).toHaveLength(1);
  });

  it('holds a delayed message back', () => {
    const clock = { now: 0 };
    const { queue } = open(clock);
    queue.send('april', 5_000);
    expect(queue.receive(10)).toEqual([]);
    expect(queue.nextVisibleAt()).toBe(5_000);
    clock.now = 5_000;
    expect(queue.receive(10)).toHaveLength(1);
  });

  it('after a restart holds what was not done: also what was in work, with its count, and the dead letters', () => {
    const clock = { now: 0 };
    const { queue, file } = open(clock);
    for (const body of ['done', 'in work', 'waiting']) queue.send(body);
    const [done, inWork] = queue.receive(2);
    queue.remove(done?.receiptHandle ?? '');
    queue.close();
    const again = open(clock, file).queue;
    expect(again.state()).toMatchObject({ waiting: 2, inWork: 0 });
    const received = again.receive(10);
    expect(received.map((one) => [one.body, one.receives])).toEqual([
      ['in work', (inWork?.receives ?? 0) + 1],
      ['waiting', 1],
    ]);
    for (const _ of [1, 2]) {
      for (const one of again.receive(10)) again.release(one.receiptHandle);
      clock.now += 1_000;
    }
    again.receive(10);
    clock.now += 1_000;
    again.receive(10);
    again.close();
    expect(
      open(clock, file)
        .queue.state()
        .deadLetters.map((one) => one.body),
    ).toEqual(['in work', 'waiting']);
  });

  it('loses nothing that was taken in when a write is torn off', () => {
    const clock = { now: 0 };
    const { queue, file } = open(clock);
    queue.send('april');
    queue.close();
    appendFileSync(file, '{"op":"sent","id":"half');
    expect(
      open(clock, file)
        .queue.receive(10)
        .map((one) => one.body),
    ).toEqual(['april']);
  });

  it('refuses a file that it cannot read, naming the line', () => {
    const file = join(folder, 'spoilt.jsonl');
    appendFileSync(file, 'nonsense\n');
    expect(() => open({ now: 0 }, file)).toThrow(/Line 1 of the queue's file/);
  });

  it('forgets what is done when it is opened again', () => {
    const clock = { now: 0 };
    const { queue, file } = open(clock);
    queue.send('april');
    for (const one of queue.receive(1)) queue.remove(one.receiptHandle);
    queue.close();
    open(clock, file).queue.close();
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('delivers every message at least once, whatever fails and however often it is opened anew', () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('send' as const) }),
      fc.record({
        does: fc.constantFrom('work' as const, 'fail' as const, 'vanish' as const),
        most: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({ does: fc.constant('restart' as const) }),
      fc.record({ does: fc.constant('wait' as const), milliseconds: fc.integer({ min: 1, max: 2_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const clock = { now: 0 };
        let { queue, file } = open(clock);
        const sent = new Set<string>();
        const worked = new Set<string>();
        for (const one of steps) {
          if (one.does === 'send') sent.add(queue.send('month'));
          else if (one.does === 'wait') clock.now += one.milliseconds;
          else if (one.does === 'restart') {
            queue.close();
            queue = open(clock, file).queue;
          } else
            for (const message of queue.receive(one.most))
              if (one.does === 'work') {
                worked.add(message.messageId);
                queue.remove(message.receiptHandle);
              } else if (one.does === 'fail') queue.release(message.receiptHandle);
        }
        const { waiting, inWork, deadLetters } = queue.state();
        queue.close();
        expect(waiting + inWork + deadLetters.length + worked.size).toBe(sent.size);
      }),
      { numRuns: 60 },
    );
  });
});
