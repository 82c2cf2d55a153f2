import { done } from '#domain/decided.ts';
import { putAppraisal as decidePut } from '#domain/registers/appraisal.ts';
import { correct, recordedTwice } from '../commands/correct.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { param } from '../http/chain-ref.ts';
import { appraisalName, appraisalView } from '../views/appraisal-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

export const correctAppraisal: UseCase<WritesTable> = async (call, deps) => {
  const record = recordedTwice(call);
  return correct(call, deps, {
    recordRef: appraisalName,
    records: [reviewName(param(call, 'reviewId'))],
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
};
