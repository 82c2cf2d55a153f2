import type { Instant } from '#language/time.ts';
import type { Delivery } from '#schemas/event-delivery.ts';

/*
 * What becomes of events that a destination did not take (docs/meaning.md MESSAGE-11): tried again after pauses that grow, and given up one
 * by one.
 */

const minute = 60_000;
/** After so many failures in a row so long is waited; after more, as long as after the last. */
const pauseMinutes = [15, 30, 60, 120, 240, 480] as const;
const longestAskedForSeconds = 24 * 3_600;
/** An event is tried so often. */
const mostTries = 8;
/** What is older than so many days is given up by the first try that fails. */
const mostDays = 3;
/** After so many failures in a row somebody is to hear that a destination takes nothing: some two hours. */
const failuresHeardOf = 4;

const later = (now: Instant, milliseconds: number): Instant => new Date(Date.parse(now) + milliseconds).toISOString();

const pauseAfter = (failures: number, askedForSeconds = 0): number => {
  const minutes = pauseMinutes[Math.min(failures, pauseMinutes.length) - 1] ?? pauseMinutes[0];
  return Math.max(minutes * minute, Math.min(askedForSeconds, longestAskedForSeconds) * 1_000);
};

const isTooOld = (madeAt: Instant, now: Instant): boolean =>
  Date.parse(now) - Date.parse(madeAt) > mostDays * 24 * 60 * minute;

export interface AfterFailure {
  readonly delivery: Delivery;
  /** The numbers of the events that are given up. */
  readonly givenUp: readonly number[];
  /** Whether this is the failure at which somebody is to hear of it. */
  readonly isHeldUp: boolean;
}

/**
 * How a destination stands after it did not take the first of the events that wait for it.
 * @param waiting in order: the one that was tried, and others after it as far as they are known
 */
export const afterFailure = (
  before: Delivery,
  waiting: readonly { readonly number: number; readonly time: Instant }[],
  now: Instant,
  askedForSeconds?: number,
): AfterFailure => {
  const failures = before.failures + 1;
  const tries = before.tries + 1;
  const givenUp = waiting
    .filter(({ time }, n) => (n === 0 && tries >= mostTries) || isTooOld(time, now))
    // Times of different reviews are not in order: what is given up is a beginning of what waits.
    .filter(({ number }, n) => number === waiting[n]?.number)
    .map(({ number }) => number);
  const passed = givenUp.at(-1);
  return {
    delivery: {
      ...before,
      upTo: passed ?? before.upTo,
      tries: passed === undefined ? tries : 0,
      failures,
      failingSince: before.failingSince ?? now,
      notBefore: later(now, pauseAfter(failures, askedForSeconds)),
    },
    givenUp,
    isHeldUp: failures === failuresHeardOf,
  };
};

/** How a destination stands once it took all up to a number. */
export const afterTaking = (
  { failingSince: _, notBefore: __, ...before }: Delivery,
  upTo: number,
  now: Instant,
): Delivery => ({
  ...before,
  upTo,
  tries: 0,
  failures: 0,
  tookAt: now,
});
