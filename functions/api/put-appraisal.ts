import { done } from '#domain/decided.ts';
import { putAppraisal as decidePut } from '#domain/registers/appraisal.ts';
import { asJsonObject } from '#schemas/history.ts';
import { putAppraisalOperation } from '#schemas/operations/appraisal.ts';
import { recordChange } from '../commands/record-change.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { appraisalName, appraisalView } from '../views/appraisal-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

export const putAppraisal = command(putAppraisalOperation, async (call, deps: WritesTable) => {
  const record = asJsonObject(call.body);
  return recordChange(call, deps, {
    chainRef: chainRefOf(call),
    recordRef: appraisalName,
    type: 'put',
    records: [reviewName(call.params.reviewId)],
    decide: (loaded, command) => {
      const decided = decidePut({
        programme: settingsIn(loaded),
        review: reviewIn(loaded),
        before: loaded.record(appraisalName)?.state ?? null,
        record,
        command,
      });
      return decided.kind === 'refused' ? decided : done({ state: decided.result });
    },
    answer: (loaded, stored) => appraisalView(stored, loaded.register('option')),
  });
});
