import { strikeOutEntry as decideStrikeOut } from '#domain/registers/strike-out.ts';
import { strikeOutEntryOperations } from '#schemas/operations/registers.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { WritesTable } from '../http/call.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { reviewIn } from '../views/loaded-records.ts';

export const strikeOutEntry = command(strikeOutEntryOperations, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: request.undo ? 'strike-out-undone' : 'struck-out',
    reason: request.reason,
    decide: (loaded, { state }, command) =>
      decideStrikeOut({ kind: registerOf(call).kind, review: reviewIn(loaded), state, request, command }),
  });
});
