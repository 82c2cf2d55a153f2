import { ConfirmReturn } from '#registers/return/record.ts';
import { confirmReturn as decideConfirmation } from '#registers/return/rules.ts';
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
