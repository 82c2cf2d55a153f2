import type { Instant } from '#language/time.ts';
import type { RecordState, StrikeOut } from '#schemas/history.ts';
import type { ReviewFacts } from '#schemas/review.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';

type StrikeOuts = { readonly strikeOuts?: ReviewFacts['strikeOuts'] };

/** Whether a review is struck out: opened by mistake, and in no count (docs/meaning.md REVIEW-21). */
export const isStruckOut = ({ strikeOuts = [] }: StrikeOuts): boolean =>
  strikeOuts.some(({ until }) => until === undefined);

/** Whether a review was struck out at an instant. */
export const wasStruckOut = ({ strikeOuts = [] }: StrikeOuts, at: Instant): boolean =>
  strikeOuts.some(({ from, until }) => from <= at && (until === undefined || at < until));

/**
 * Strikes a review out with a reason, or puts it back; its record, its registers and their history stay as they are.
 * Refused: `review.struck-out` where it is out already, `review.not-struck-out` where there is nothing to undo.
 */
export const strikeOutReview = (
  { facts, struckOut }: { readonly facts: ReviewFacts; readonly struckOut: RecordState['struckOut'] },
  { reason, undo }: StrikeOut,
  { actor, effectiveAt }: CommandContext,
): Decided<{ readonly facts: ReviewFacts; readonly struckOut: RecordState['struckOut'] }> => {
  const { strikeOuts = [] } = facts;
  const last = strikeOuts.at(-1);
  if (undo) {
    if (struckOut === null || last === undefined)
      return refused({
        code: 'review.not-struck-out',
        detail: 'The review is not struck out: there is nothing to undo.',
      });
    const putBack = [...strikeOuts.slice(0, -1), { ...last, until: effectiveAt }];
    return done({ facts: { ...facts, strikeOuts: putBack }, struckOut: null });
  }
  if (struckOut !== null)
    return refused({ code: 'review.struck-out', detail: `The review is struck out already (${struckOut.reason}).` });
  return done({
    facts: { ...facts, strikeOuts: [...strikeOuts, { from: effectiveAt }] },
    struckOut: { reason, by: actor.subject, at: effectiveAt },
  });
};
