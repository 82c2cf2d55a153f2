import { expect, it } from 'vitest';
import { afterFailure, afterTaking } from '#domain/events/pauses.ts';

const now = '2026-03-04T09:05:00.000Z';
const fresh = { upTo: 6, tries: 0, failures: 0 };
const waiting = [
  { number: 7, time: '2026-03-04T08:00:00.000Z' },
  { number: 9, time: '2026-03-04T07:00:00.000Z' },
];
const minutesOf = (notBefore: string | undefined) => (Date.parse(notBefore ?? '') - Date.parse(now)) / 60_000;

it('MESSAGE-11: each failure in a row waits longer, up to eight hours, and the fourth is heard of', () => {
  let delivery: Parameters<typeof afterFailure>[0] = fresh;
  const seen = Array.from({ length: 7 }, () => {
    const after = afterFailure(delivery, waiting, now);
    delivery = after.delivery;
    return [minutesOf(after.delivery.notBefore), after.isHeldUp, after.givenUp];
  });
  expect(seen).toEqual([
    [15, false, []],
    [30, false, []],
    [60, false, []],
    [120, true, []],
    [240, false, []],
    [480, false, []],
    [480, false, []],
  ]);
  expect(afterFailure(delivery, waiting, now)).toMatchObject({
    givenUp: [7],
    delivery: { upTo: 7, tries: 0, failures: 8 },
  });
  expect(afterTaking(delivery, 9, now)).toEqual({ upTo: 9, tries: 0, failures: 0, tookAt: now });
});

it('waits as long as it is asked to, and at most a day', () => {
  const asked = (seconds: number) => minutesOf(afterFailure(fresh, waiting, now, seconds).delivery.notBefore);
  expect([60, 3_600, 10_000_000].map(asked)).toEqual([15, 60, 1_440]);
});

it('gives up what is older than three days, and only what nothing younger is before', () => {
  const old = '2026-03-01T09:00:00.000Z';
  const three = (first: string, second: string, third: string) =>
    afterFailure(
      fresh,
      [first, second, third].map((time, n) => ({ number: 7 + n, time })),
      now,
    );
  expect(three(old, old, now)).toMatchObject({ givenUp: [7, 8], delivery: { upTo: 8, tries: 0 } });
  expect(three(now, old, old)).toMatchObject({ givenUp: [], delivery: { upTo: 6, tries: 1 } });
  expect(three(old, now, old)).toMatchObject({ givenUp: [7] });
});
