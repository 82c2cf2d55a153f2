import { decideChangeRequest as decide } from '#registers/change-request/rules.ts';
import { decideChangeRequestOperations } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const decideChangeRequest = command(decideChangeRequestOperations, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'change-decided',
    decide: (_loaded, { state, version }, command) => decide({ state, version, request, command }),
  });
});
