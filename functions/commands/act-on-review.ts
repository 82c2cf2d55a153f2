import { type CommandContext, type Decided, done } from '#domain/decided.ts';
import type { GateContext } from '#domain/review/gate.ts';
import type { ReviewState } from '#domain/review/put-review.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import type { Answer, Call, WritesTable } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';
import { peopleIn, reviewView, withoutNames } from '../views/review-view.ts';
import { gateEvidence } from './gate-evidence.ts';
import { recordChange } from './record-change.ts';

/** A review as it is stored: names kept apart, nothing undefined. */
export const storedReview = (review: ReviewState): RecordState => ({
  record: asJsonObject(withoutNames(review.record)),
  facts: asJsonObject(review.facts),
  struckOut: null,
});

/** An act on a review at its gate. */
export const actOnReview = async (
  call: Call,
  deps: WritesTable,
  act: {
    readonly type: string;
    readonly reason?: string | undefined;
    readonly decide: (context: GateContext, command: CommandContext) => Decided<ReviewState>;
  },
): Promise<Decided<Answer>> => {
  const recordRef = reviewName(param(call, 'reviewId'));
  return recordChange(call, deps, {
    chainRef: chainRefOf(call),
    recordRef,
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
            shown: peopleIn(decided.result.record).map((one) => one.subject),
            ...(act.reason === undefined ? {} : { reason: act.reason }),
          });
    },
    answer: (loaded, stored, names) => reviewView(stored, settingsIn(loaded), names),
  });
};
