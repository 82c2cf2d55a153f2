import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { Id } from './ids.ts';
import { listedOf } from './row-lists.ts';

export const Flow = z
  .object({
    opening: z.int(),
    openingFrom: z.enum(['last-report', 'history']),
    restated: listedOf(
      z.object({ review: Id, title: z.string(), change: z.union([z.literal(1), z.literal(-1)]), because: z.string() }),
    ),
    entered: listedOf(
      z.object({
        review: Id,
        title: z.string(),
        how: z.enum(['approved', 'restarted', 'reopened', 'split-in', 'put-back']),
        on: LocalDate,
      }),
    ),
    left: listedOf(
      z.object({
        review: Id,
        title: z.string(),
        how: z.enum([
          'completed',
          'stopped',
          'transferred',
          'merged',
          'split',
          'not-stated',
          'back-to-potential',
          'struck-out',
        ]),
        on: LocalDate,
      }),
    ),
    /** What `restated` comes to: how many more are counted, below zero fewer. */
    restatedBy: z.int(),
    closing: z.int(),
    reconciles: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'Flow', description: 'opening + restated + entered - left = closing' });
export type Flow = z.infer<typeof Flow>;
