import * as z from 'zod';
import type { Actor } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';

/*
 * How much one person may ask of one warm function (ADR 0012). An HTTP API throttles a stage and its routes, and no
 * person; a firewall that could does not attach to one.
 */

export interface RateLimit {
  /** Without end. */
  readonly perSecond: number;
  /** In a moment, after a rest. */
  readonly atOnce: number;
}

const Rate = z.coerce.number().positive();

/** Whoever waits for each answer before the next request stays below this; so does a page that asks for a screenful. */
export const limitShape = {
  REQUESTS_PER_SECOND: Rate.default(25),
  REQUESTS_AT_ONCE: Rate.default(100),
};
export const limitFrom = (environment: { REQUESTS_PER_SECOND: number; REQUESTS_AT_ONCE: number }): RateLimit => ({
  perSecond: environment.REQUESTS_PER_SECOND,
  atOnce: environment.REQUESTS_AT_ONCE,
});

export interface RateLimiter {
  /** Counts a request; 0: it may be done, else the whole seconds after which the next one may. */
  wait(person: Pick<Actor, 'organisation' | 'subject'>, atEpochMilliseconds: number): number;
}

/**
 * A bucket of requests for each person, filled again by the second. At most so many people are kept: the one who asked
 * longest ago goes first, whose bucket is the fullest. By the wall clock: a function's own stands still while it rests.
 */
export const rateLimiter = ({ perSecond, atOnce }: RateLimit, mostPeople = 5_000): RateLimiter => {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    wait: ({ organisation, subject }, at) => {
      const person = `${organisation}#${subject}`;
      const bucket = buckets.get(person) ?? { left: atOnce, at };
      const left = Math.min(atOnce, bucket.left + (Math.max(0, at - bucket.at) / 1_000) * perSecond);
      buckets.delete(person);
      const [longestAgo] = buckets.keys();
      if (buckets.size >= mostPeople && longestAgo !== undefined) buckets.delete(longestAgo);
      buckets.set(person, { left: left < 1 ? left : left - 1, at });
      return left < 1 ? Math.ceil((1 - left) / perSecond) : 0;
    },
  };
};

export const rateRefusal = (seconds: number): Refusal => ({
  code: 'rate.exceeded',
  detail: `You are asking faster than the tracker answers one person. Nothing of this was done: send the same again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
});
