import { validateSaving as decideValidation } from '#domain/registers/saving.ts';
import { ValidateSaving } from '#schemas/saving.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { TellsTable, UseCase } from '../http/call.ts';

export const validateSaving: UseCase<TellsTable> = async (call, deps) => {
  const request = ValidateSaving.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'validated',
    decide: (_file, state, telling) => decideValidation({ state, request, telling }),
  });
};
