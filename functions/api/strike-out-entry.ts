import { strikeOutEntry as decideStrikeOut } from '#domain/registers/strike-out.ts';
import { StrikeOut } from '#schemas/history.ts';
import { actOnEntry } from '../kit/act-on-entry.ts';
import type { TellsTable, UseCase } from '../kit/call.ts';
import { reviewIn } from '../kit/loaded.ts';
import { registerOf } from '../kit/register.ts';

export const strikeOutEntry: UseCase<TellsTable> = async (call, deps) => {
  const request = StrikeOut.parse(call.body);
  return actOnEntry(call, deps, {
    type: request.undo ? 'strike-out-undone' : 'struck-out',
    reason: request.reason,
    decide: (file, state, telling) =>
      decideStrikeOut({ kind: registerOf(call).kind, review: reviewIn(file), state, request, telling }),
  });
};
