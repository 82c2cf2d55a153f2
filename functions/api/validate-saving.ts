import { validateSaving as decideValidation } from '#registers/saving/rules.ts';
import { validateSavingOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const validateSaving = command(validateSavingOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'validated',
    decide: (_loaded, state, command) => decideValidation({ state, request, command }),
  });
});
