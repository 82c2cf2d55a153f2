import { ValidateSaving } from '#registers/saving/record.ts';
import { validateSaving as decideValidation } from '#registers/saving/rules.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { UseCase, WritesTable } from '../http/call.ts';

export const validateSaving: UseCase<WritesTable> = async (call, deps) => {
  const request = ValidateSaving.parse(call.body);
  return actOnEntry(call, deps, {
    type: 'validated',
    decide: (_file, state, command) => decideValidation({ state, request, command }),
  });
};
