import { updateCondition as decideUpdate } from '#domain/registers/business-case.ts';
import { UpdateCondition } from '#schemas/business-case.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const updateCondition: UseCase<TellsTable> = async (call, deps) => {
  const request = UpdateCondition.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'condition-updated',
    decide: (file, state, telling) => decideUpdate({ review: mustHaveReview(file), state, request, telling }),
  });
};
