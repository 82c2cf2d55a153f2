import { done } from '#domain/decided.ts';
import { putAppraisal as decidePut } from '#domain/registers/appraisal.ts';
import { correct, recordToldAgain } from '../commands/correct.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { param } from '../http/chain-ref.ts';
import { appraisalName, shownAppraisal } from '../views/appraisal-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

export const correctAppraisal: UseCase<TellsTable> = async (call, deps) => {
  const record = recordToldAgain(call);
  return correct(call, deps, {
    thing: appraisalName,
    things: [reviewName(param(call, 'reviewId'))],
    unknown: { code: 'entry.unknown', detail: 'No appraisal is set for this review: there is nothing to correct.' },
    decide: (file, telling, { until, first }) => {
      const decided = decidePut({
        programme: settingsIn(file),
        review: reviewIn(file),
        before: (until.at(-1) ?? first).after,
        record,
        telling,
      });
      return decided.kind === 'refused' ? decided : done({ state: decided.result });
    },
    answer: (file, stored) => shownAppraisal(stored, file.register('option')),
  });
};
