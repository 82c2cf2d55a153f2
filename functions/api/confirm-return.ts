import { confirmReturn as decideConfirmation } from '#domain/registers/return.ts';
import { ConfirmReturn } from '#schemas/monthly-return.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const confirmReturn: UseCase<TellsTable> = async (call, deps) => {
  const request = ConfirmReturn.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'confirmed',
    decide: (file, state, telling) => decideConfirmation({ review: mustHaveReview(file), state, request, telling }),
  });
};
