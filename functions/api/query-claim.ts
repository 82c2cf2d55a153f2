import { queryClaim as decideQuery } from '#registers/saving/rules.ts';
import { queryClaimOperation } from '#schemas/operations/entry-acts.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const queryClaim = command(queryClaimOperation, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: 'claim-queried',
    decide: (_loaded, { state, version }, command) => decideQuery({ state, version, request, command }),
  });
});
