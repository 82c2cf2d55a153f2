import type { Instant } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Review } from '#schemas/review.ts';
import { type CommandContext, type Decided, done } from '../decided.ts';
import { opened, putReview, type ReviewState } from './put-review.ts';
import { lifecycleFrom, lifecyclesAlong } from './review-facts-along.ts';

/** A review as it was recorded, and the instant from which it was so. */
export interface ReviewFrom extends ReviewState {
  readonly from: Instant;
}

/**
 * The record of a review recorded again from the instant at which it was true, by the rules of a put. Stage work, moves and waivers are those of the
 * instant, and so is the stage, unless the correction is of the one that it was opened at; the lifecycles are those recorded up to it, so that a slip does not count as
 * a movement. Recorded of a time before the review was opened, it was opened then, at the stage that it was opened at.
 * Refused: `content.breaks-rule` with every fault.
 */
export const correctReview = (c: {
  readonly programme: Programme;
  /** The review as it was recorded for its earliest time. */
  readonly first: ReviewState;
  /** What was recorded of it up to the instant, in order; empty before its earliest time. */
  readonly until: readonly ReviewFrom[];
  readonly record: Review;
  readonly command: CommandContext;
}): Decided<ReviewState> => {
  const { programme, first, until, record, command } = c;
  const stood = until.at(-1);
  const put = putReview({ programme, before: stood ?? first, record, command, correcting: true });
  if (put.kind === 'refused') return put;
  const facts = stood === undefined ? opened({ programme, record, command }) : put.result.facts;
  const recorded = until.map((one) => lifecycleFrom(one.from, one.record.lifecycle, one.facts.lifecycles));
  const lifecycles = lifecyclesAlong([...recorded, { lifecycle: record.lifecycle, at: command.effectiveAt }]);
  return done({ record, facts: { ...facts, lifecycles } });
};
