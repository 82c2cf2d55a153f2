import { type CommandContext, type Decided, done } from '#domain/decided.ts';
import type { GateContext } from '#domain/review/gate.ts';
import type { ReviewState } from '#domain/review/put-review.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import type { Call, WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { reviewName } from '../views/loaded-records.ts';
import { withoutNames } from '../views/review-view.ts';
import type { ChangeOutcome } from './change-outcome.ts';
import { gateEvidence } from './gate-evidence.ts';
import { recordChange } from './record-change.ts';
import { reviewAnswer } from './review-answer.ts';

/** A review as it is stored: names kept apart, nothing undefined. */
export const storedReview = (review: ReviewState): RecordState => ({
  record: asJsonObject(withoutNames(review.record)),
  facts: asJsonObject(review.facts),
  struckOut: null,
});

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
    wholePosition: true,
    decide: async (loaded, command) => {
      const { context, checked } = await gateEvidence(deps, loaded);
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
