import { reviewedNoChange } from '#domain/registers/reviewed-no-change.ts';
import { reviewNoChangeOperations } from '#schemas/operations/registers.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';

export const reviewEntryNoChange = command(reviewNoChangeOperations, async (call, deps: WritesTable) => {
  const { comment } = call.body;
  return actOnEntry(call, deps, {
    type: 'reviewed-no-change',
    ...(comment === undefined ? {} : { reason: comment }),
    decide: (_loaded, { state }, command) => reviewedNoChange(state, registerOf(call), command),
  });
});
