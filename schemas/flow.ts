import * as z from 'zod';
import { LocalDate, ReportMonth } from '#language/time.ts';
import { Id } from './ids.ts';
import { Tier } from './review.ts';
import { listedOf } from './row-lists.ts';

/** The flow of the reviews of one tier or portfolio; what moved in or out came from, or went to, another row. */
const FlowRow = z
  .object({
    key: z.string(),
    name: z.string(),
    opening: z.int(),
    restatedBy: z.int(),
    entered: z.int(),
    movedIn: z.int(),
    left: z.int(),
    movedOut: z.int(),
    /** Where paused reviews do not count: how many of those that entered were resumed, and of those that left were paused. */
    resumed: z.int().optional(),
    paused: z.int().optional(),
    closing: z.int(),
    reconciles: z.boolean(),
  })
  .meta({ id: 'FlowRow', description: 'opening + restated + entered + moved in - left - moved out = closing' });

/** One way in or out of a row of a flow, or what was restated in it. */
const Way = z.object({
  review: Id,
  /** Its id where it cannot be found or read now. */
  title: z.string(),
  /** The key of the row. */
  row: z.string(),
  how: z.enum(['restated', 'entered', 'moved-in', 'left', 'moved-out', 'resumed', 'paused']),
  change: z.union([z.literal(1), z.literal(-1)]),
  on: LocalDate.nullable(),
});
const Ways = listedOf(Way);

/** The titles of the reviews that it was split from, merged or split into, or counts with from then on. */
const others = z.array(z.string()).optional();

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
        how: z.enum(['approved', 'restarted', 'reopened', 'split-in', 'put-back', 'resumed', 'counted-apart']),
        on: LocalDate,
        others,
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
          'paused',
          'counted-within',
        ]),
        on: LocalDate,
        others,
      }),
    ),
    /** What `restated` comes to: how many more are counted, below zero fewer. */
    restatedBy: z.int(),
    closing: z.int(),
    reconciles: z.boolean(),
    byTier: z.array(FlowRow).optional(),
    byPortfolio: z.array(FlowRow).optional(),
    /** A stage that is not stated is a row of its own, the last. */
    byStage: z.array(FlowRow).optional(),
    /** Each stage within each tier that has, or had, a review. */
    byStageAndTier: z.array(FlowRow.extend({ stage: z.string(), tier: Tier })).optional(),
    /** Which reviews made the rows of each flow what they are. */
    ways: z
      .object({ byTier: Ways, byPortfolio: Ways, byStage: Ways, byStageAndTier: Ways, potential: Ways })
      .optional(),
    /** As published, the oldest first: this month and what the reports of the eleven before it said. A month without a report has none. */
    months: z
      .array(
        z.object({
          month: ReportMonth,
          opening: z.int(),
          restatedBy: z.int(),
          entered: z.int(),
          left: z.int(),
          closing: z.int(),
        }),
      )
      .optional(),
    /** Reviews not yet approved, which no total counts: an approval leaves this flow and enters the other. */
    potential: FlowRow.optional(),
    /** Counted reviews that moved from one tier or portfolio to another. */
    moved: listedOf(
      z.object({
        review: Id,
        title: z.string(),
        by: z.enum(['tier', 'portfolio']),
        from: z.string(),
        to: z.string(),
        on: LocalDate,
      }),
    ).optional(),
    sentence: z.string(),
  })
  .meta({ id: 'Flow', description: 'opening + restated + entered - left = closing' });
export type Flow = z.infer<typeof Flow>;
