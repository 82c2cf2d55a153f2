import * as z from 'zod';

/** How long a message waits after its first failure, its second, and so on, in seconds; after all others as after the last. */
export const retrySeconds = z
  .string()
  .regex(/^\d{1,5}(?: \d{1,5})*$/)
  .default('10 60 300 720')
  .transform((text) => text.split(' ').map(Number));

/** How long a message waits that was received so many times. */
export const retryAfter = (times: readonly number[], receives: number): number =>
  times[Math.min(Math.max(1, receives), times.length) - 1] ?? 0;
