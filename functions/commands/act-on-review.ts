import { type Decided, done, type Telling } from '#domain/decided.ts';
import type { GateContext } from '#domain/review/gate.ts';
import type { ReviewState } from '#domain/review/put-review.ts';
import { asJsonObject, type ThingState } from '#schemas/history.ts';
import type { Answer, Call, TellsTable } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';
import { peopleIn, shownReview, withoutNames } from '../views/review-view.ts';
import { gateEvidence } from './gate-evidence.ts';
import { tell } from './record-change.ts';

/** A review as it is stored: names kept apart, nothing undefined. */
export const storedReview = (review: ReviewState): ThingState => ({
  record: asJsonObject(withoutNames(review.record)),
  facts: asJsonObject(review.facts),
  struckOut: null,
});

/** An act on a review at its gate. */
export const actOnReview = async (
  call: Call,
  deps: TellsTable,
  act: {
    readonly type: string;
    readonly reason?: string | undefined;
    readonly decide: (context: GateContext, telling: Telling) => Decided<ReviewState>;
  },
): Promise<Decided<Answer>> => {
  const thing = reviewName(param(call, 'reviewId'));
  return tell(call, deps, {
    place: placeOf(call),
    thing,
    type: act.type,
    decide: async (file, telling) => {
      const { context, checked } = await gateEvidence(deps, file);
      const decided = act.decide(context, telling);
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedReview(decided.result),
            checked,
            shown: peopleIn(decided.result.record).map((one) => one.subject),
            ...(act.reason === undefined ? {} : { reason: act.reason }),
          });
    },
    answer: (file, stored, names) => shownReview(stored, settingsIn(file), names),
  });
};
