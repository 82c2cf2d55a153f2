import { refused } from '#domain/decided.ts';
import { strikeOutEntry as decideStrikeOut } from '#domain/registers/strike-out.ts';
import { mayNotPutBack } from '#registers/rating/rules.ts';
import { strikeOutEntryOperations } from '#schemas/operations/registers.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import { readReviewLine } from '../commands/own-assurance.ts';
import type { WritesTable } from '../http/call.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { reviewIn } from '../views/loaded-records.ts';

export const strikeOutEntry = command(strikeOutEntryOperations, async (call, deps: WritesTable) => {
  const request = call.body;
  return actOnEntry(call, deps, {
    type: request.undo ? 'strike-out-undone' : 'struck-out',
    reason: request.reason,
    decide: async (loaded, { state }, command) => {
      const { kind } = registerOf(call);
      const { review } = loaded.chainRef;
      if (kind === 'rating' && request.undo && review !== null) {
        const refusal = mayNotPutBack(state, await readReviewLine(deps, loaded.chainRef, review), command);
        if (refusal !== null) return refused(refusal);
      }
      return decideStrikeOut({ kind, review: reviewIn(loaded), state, request, command });
    },
  });
});
