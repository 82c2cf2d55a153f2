import { recordOutcome as decideOutcome } from '#domain/registers/business-case.ts';
import { RecordOutcome } from '#schemas/business-case.ts';
import { actOnEntry } from '../kit/act-on-entry.ts';
import type { TellsTable, UseCase } from '../kit/call.ts';
import { mustHaveReview, reviewName } from '../kit/loaded.ts';
import { param } from '../kit/place.ts';

export const recordOutcome: UseCase<TellsTable> = async (call, deps) => {
  const request = RecordOutcome.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'outcome-recorded',
    versionOf: reviewName(param(call, 'reviewId')),
    decide: (file, state, telling) => decideOutcome({ review: mustHaveReview(file), state, request, telling }),
  });
};
