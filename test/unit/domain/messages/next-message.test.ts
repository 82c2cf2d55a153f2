import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Heard, nextMessage } from '#domain/messages/next-message.ts';
import { addDays, startOfDay } from '#language/time.ts';

const sendable = (name: string) => ({
  name,
  moment: 'now' as const,
  notice: { kind: 'gate-waits' as const, programmeId: 'p', title: name },
});
const waiting = (...names: string[]) => ({ names: new Set(names), sendable: names.map(sendable) });
const keysOf = (next: ReturnType<typeof nextMessage>) => next?.notices.map(({ name }) => name);
// Wednesday 15 April 2026, 08:15 in London.
const wednesday = '2026-04-15T07:15:00.000Z';
const nothing: Heard = { keys: [] };

describe('MESSAGE-4: how often', () => {
  it.each([
    ['daily, on the morning of a working day', 'daily', wednesday, ['a']],
    ['daily, unless somebody chose', undefined, wednesday, ['a']],
    ['daily, before eight in London', 'daily', '2026-04-15T06:59:00.000Z', undefined],
    ['daily, from ten on, where nobody was there before', 'daily', '2026-04-15T09:00:00.000Z', ['a']],
    ['daily, in the evening of a Saturday, where nobody was there', 'daily', '2026-04-18T17:00:00.000Z', undefined],
    ['daily, on a Saturday', 'daily', '2026-04-18T07:15:00.000Z', undefined],
    ['daily, on Good Friday', 'daily', '2026-04-03T07:15:00.000Z', undefined],
    ['at once, at night', 'at-once', '2026-04-18T23:15:00.000Z', ['a']],
    ['none', 'none', wednesday, undefined],
  ] as const)('%s', (_, choice, now, keys) => {
    expect(keysOf(nextMessage(waiting('a'), nothing, { choice, now }))).toEqual(keys);
  });

  it.each([
    ['from ten on, once those of the morning were made', '2026-04-15', '2026-04-15T09:00:00.000Z', undefined],
    ['from ten on, where those of the day before were the last', '2026-04-14', '2026-04-15T16:00:00.000Z', ['a']],
    ['between eight and ten, though some were made already', '2026-04-15', '2026-04-15T08:45:00.000Z', ['a']],
  ] as const)('daily, %s', (_, madeOn, now, keys) => {
    expect(keysOf(nextMessage(waiting('a'), nothing, { madeOn, now }))).toEqual(keys);
  });

  it('sends one message a morning, and what comes after it on the next', () => {
    const first = nextMessage(waiting('a'), nothing, { now: wednesday });
    const heard = first?.heard ?? nothing;
    expect(nextMessage(waiting('a', 'b'), heard, { now: '2026-04-15T07:30:00.000Z' })).toBeUndefined();
    expect(keysOf(nextMessage(waiting('a', 'b'), heard, { now: '2026-04-16T07:15:00.000Z' }))).toEqual(['b']);
  });

  it('says again what had ceased and has come to be so again', () => {
    const heard = nextMessage(waiting('b'), { keys: ['a now'] }, { choice: 'at-once', now: wednesday })?.heard;
    expect(heard?.keys).toEqual(['b now']);
  });

  it('does not say again what is so all the while, and is one to send on some days alone', () => {
    const quiet = { names: new Set(['a', 'b']), sendable: [sendable('b')] };
    const heard = nextMessage(quiet, { keys: ['a now'] }, { choice: 'at-once', now: wednesday })?.heard ?? nothing;
    expect(heard.keys).toEqual(['a now', 'b now']);
    expect(nextMessage(waiting('a', 'b'), heard, { choice: 'at-once', now: wednesday })).toBeUndefined();
  });

  it('says everything that waits long enough once and only once, however often it is asked', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const days = fc.array(fc.uniqueArray(key), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(days, fc.constantFrom('daily' as const, 'at-once' as const), (days, choice) => {
        let heard: Heard = nothing;
        let before: readonly string[] = [];
        for (const [n, keys] of days.entries()) {
          const now = new Date(Date.parse(startOfDay(addDays('2026-06-01', n * 7))) + 8.25 * 3_600_000).toISOString();
          const next = nextMessage(waiting(...keys), heard, { choice, now });
          const fresh = keys.filter((one) => !before.includes(one));
          expect(keysOf(next) ?? []).toEqual(
            expect.arrayContaining(fresh.filter((one) => !heard.keys.includes(`${one} now`))),
          );
          heard = next?.heard ?? heard;
          expect(nextMessage(waiting(...keys), heard, { choice, now })).toBeUndefined();
          before = keys;
        }
      }),
    );
  });
});
