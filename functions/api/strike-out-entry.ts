import { refused } from '#domain/decided.ts';
import { strikeOutEntry as decideStrikeOut } from '#domain/registers/strike-out.ts';
import { lostWordsRefusal } from '#domain/settings-in-use.ts';
import { strikeOutEntryOperations } from '#schemas/operations/registers.ts';
import { actOnEntry } from '../commands/act-on-entry.ts';
import { refusalToPutBack } from '../commands/own-assurance.ts';
import { reviewWithLine } from '../commands/review-with-line.ts';
import type { WritesTable } from '../http/call.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { settingsIn } from '../views/loaded-records.ts';

export const strikeOutEntry = command(strikeOutEntryOperations, async (call, deps: WritesTable) => {
  const request = call.body;
  const { kind } = registerOf(call);
  return actOnEntry(call, deps, {
    type: request.undo ? 'strike-out-undone' : 'struck-out',
    reason: request.reason,
    decide: async (loaded, { state }, command) => {
      const review = await reviewWithLine(deps, loaded, kind);
      if (request.undo && review?.line !== undefined) {
        const given = { kind, state, line: review.line, at: command.effectiveAt };
        const refusal = await refusalToPutBack(deps, loaded.chainRef, given);
        if (refusal !== null) return refused(refusal);
      }
      const lost = request.undo ? lostWordsRefusal(kind, state.record, settingsIn(loaded)) : null;
      if (lost !== null) return refused(lost);
      return decideStrikeOut({ kind, review, state, request, command });
    },
  });
});
