import { done, refused } from '#domain/decided.ts';
import { changeLifecycle as decideChange, namedByAct, type OtherReview } from '#domain/review/change-lifecycle.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { happened } from '#schemas/lifecycle-acts.ts';
import { changeLifecycleOperation } from '#schemas/operations/review-acts.ts';
import { readSomeListed } from '#store/positions/position-pages.ts';
import { storedReview } from '../commands/act-on-review.ts';
import { asRead } from '../commands/read-missing.ts';
import { recordChange } from '../commands/record-change.ts';
import { reviewAnswer } from '../commands/review-answer.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { unknownReview } from '../queries/unknown-chain.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

export const changeLifecycle = command(changeLifecycleOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  const chainRef = chainRefOf(call);
  const id = call.params.reviewId;
  return recordChange(call, deps, {
    chainRef,
    recordRef: reviewName(id),
    type: happened(request.kind),
    decide: async (loaded, command) => {
      const review = reviewIn(loaded);
      if (review === null) return refused(unknownReview(chainRef, id));
      const wanted = namedByAct(request).map((one) => one.review);
      const read = wanted.length === 0 ? [] : [...(await readSomeListed(deps.table, chainRef, wanted))];
      const named = new Map<string, OtherReview>(
        read.map(([other, { listed }]) => [other, { lifecycle: listed.lifecycle, struckOut: isStruckOut(listed) }]),
      );
      const decided = decideChange({ programme: settingsIn(loaded), id, review, request, named, command });
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedReview(decided.result),
            reason: request.reason,
            // Where it goes has neither ended nor been struck out meanwhile.
            checked: read.map((one) => asRead(chainRef, one)),
          });
    },
    ...reviewAnswer,
  });
});
