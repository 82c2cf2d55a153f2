import { type CommandContext, type Decided, done } from '#domain/decided.ts';
import type { GateContext } from '#domain/review/gate.ts';
import { gateSections } from '#domain/review/gate-rule.ts';
import type { ReviewState } from '#domain/review/put-review.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { Call, WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { asOfAct } from '../queries/as-of.ts';
import { gateEvidence } from '../queries/gate-evidence.ts';
import { gateThen } from '../queries/gate-then.ts';
import { reviewName } from '../views/loaded-records.ts';
import { withoutNames } from '../views/review-view.ts';
import type { ChangeOutcome } from './change-outcome.ts';
import { recordChange } from './record-change.ts';
import { reviewAnswer } from './review-answer.ts';

/** A review as it is stored: names kept apart, nothing undefined. */
export const storedReview = (review: ReviewState): RecordState => ({
  record: asJsonObject(withoutNames(review.record)),
  facts: asJsonObject(review.facts),
  struckOut: null,
});

/**
 * What a gate looks at, as at the instant from which an act on it holds (docs/meaning.md REVIEW-22): evidence that came later opens no gate
 * before it, and who was an SRO then may act then. Stage, stage work and waivers are the review's own, which goes forward.
 */
const asAtThen = async (
  deps: WritesTable,
  loaded: LoadedChain,
  today: GateContext,
  effectiveAt: string,
): Promise<GateContext> => {
  const then = await gateThen(deps, loaded.chainRef, asOfAct(effectiveAt));
  // Before the review was there nothing is evidence; that it goes forward is refused in its own words.
  if (then.kind === 'refused' || then.result === undefined) return today;
  const { context } = then.result;
  return { ...context, review: { ...context.review, facts: today.review.facts } };
};

/** An act on a review at its gate. */
export const actOnReview = async (
  call: Call<{ readonly programmeId: string; readonly reviewId: string }, unknown>,
  deps: WritesTable,
  act: {
    readonly type: string;
    readonly reason?: string | undefined;
    readonly decide: (context: GateContext, command: CommandContext) => Decided<ReviewState>;
  },
): Promise<ChangeOutcome> =>
  recordChange(call, deps, {
    chainRef: chainRefOf(call),
    recordRef: reviewName(call.params.reviewId),
    type: act.type,
    sections: gateSections,
    decide: async (loaded, command) => {
      const { context: today, checked } = await gateEvidence(deps, loaded);
      const context = call.effectiveAt === undefined ? today : await asAtThen(deps, loaded, today, call.effectiveAt);
      const decided = act.decide(context, command);
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedReview(decided.result),
            checked,
            ...(act.reason === undefined ? {} : { reason: act.reason }),
          });
    },
    ...reviewAnswer,
  });
