import { updateCondition as decideUpdate } from '#domain/registers/business-case.ts';
import { UpdateCondition } from '#schemas/business-case.ts';
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
