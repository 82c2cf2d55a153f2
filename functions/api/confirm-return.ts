import { confirmReturn as decideConfirmation } from '#domain/registers/return.ts';
import { ConfirmReturn } from '#schemas/monthly-return.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { mustHaveReview } from '../views/loaded-records.ts';

export const confirmReturn: UseCase<WritesTable> = async (call, deps) => {
  const request = ConfirmReturn.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'confirmed',
    decide: (loaded, state, command) => decideConfirmation({ review: mustHaveReview(loaded), state, request, command }),
  });
};
