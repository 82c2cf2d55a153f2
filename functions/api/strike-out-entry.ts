import { strikeOutEntry as decideStrikeOut } from '#domain/registers/strike-out.ts';
import { StrikeOut } from '#schemas/history.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { registerOf } from '../http/register.ts';
import { reviewIn } from '../views/loaded-records.ts';

export const strikeOutEntry: UseCase<WritesTable> = async (call, deps) => {
  const request = StrikeOut.parse(call.body);
  return actOnEntry(call, deps, {
    type: request.undo ? 'strike-out-undone' : 'struck-out',
    reason: request.reason,
    decide: (loaded, state, command) =>
      decideStrikeOut({ kind: registerOf(call).kind, review: reviewIn(loaded), state, request, command }),
  });
};
