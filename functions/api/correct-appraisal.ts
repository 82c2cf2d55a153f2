import { done } from '#domain/decided.ts';
import { putAppraisal as decidePut } from '#domain/registers/appraisal.ts';
import { asJsonObject } from '#schemas/history.ts';
import { correctAppraisalOperation } from '#schemas/operations/appraisal.ts';
import { correct } from '../commands/correct.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { appraisalName, appraisalView } from '../views/appraisal-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

export const correctAppraisal = command(correctAppraisalOperation, async (call, deps: WritesTable) => {
  const record = asJsonObject(call.body.record);
  return correct(call, deps, {
    recordRef: appraisalName,
    records: [reviewName(call.params.reviewId)],
    unknown: { code: 'entry.unknown', detail: 'No appraisal is set for this review: there is nothing to correct.' },
    decide: (loaded, command, { until, first }) => {
      const decided = decidePut({
        programme: settingsIn(loaded),
        review: reviewIn(loaded),
        before: (until.at(-1) ?? first).after,
        record,
        command,
      });
      return decided.kind === 'refused' ? decided : done({ state: decided.result });
    },
    answer: (loaded, stored) => appraisalView(stored, loaded.register('option')),
  });
});
