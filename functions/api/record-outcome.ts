import { RecordOutcome } from '#registers/business-case/record.ts';
import { recordOutcome as decideOutcome } from '#registers/business-case/rules.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { param } from '../http/chain-ref.ts';
import { mustHaveReview, reviewName } from '../views/loaded-records.ts';

export const recordOutcome: UseCase<WritesTable> = async (call, deps) => {
  const request = RecordOutcome.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'outcome-recorded',
    versionOf: reviewName(param(call, 'reviewId')),
    decide: (loaded, state, command) => decideOutcome({ review: mustHaveReview(loaded), state, request, command }),
  });
};
