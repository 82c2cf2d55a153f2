import { UpdateCondition } from '#registers/business-case/record.ts';
import { updateCondition as decideUpdate } from '#registers/business-case/rules.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const updateCondition: UseCase<WritesTable> = async (call, deps) => {
  const request = UpdateCondition.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'condition-updated',
    decide: (loaded, state, command) => decideUpdate({ review: mustHaveReview(loaded), state, request, command }),
  });
};
