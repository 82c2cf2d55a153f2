import { done } from '#domain/decided.ts';
import { putAppraisal as decidePut } from '#domain/registers/appraisal.ts';
import { asJsonObject } from '#schemas/history.ts';
import { tell } from '../commands/record-change.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { appraisalName, shownAppraisal } from '../views/appraisal-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

export const putAppraisal: UseCase<TellsTable> = async (call, deps) => {
  const record = asJsonObject(call.body);
  return tell(call, deps, {
    place: placeOf(call),
    thing: appraisalName,
    type: 'put',
    things: [reviewName(param(call, 'reviewId'))],
    decide: (file, telling) => {
      const decided = decidePut({
        programme: settingsIn(file),
        review: reviewIn(file),
        before: file.thing(appraisalName)?.state ?? null,
        record,
        telling,
      });
      return decided.kind === 'refused' ? decided : done({ state: decided.result });
    },
    answer: (file, stored) => shownAppraisal(stored, file.register('option')),
  });
};
