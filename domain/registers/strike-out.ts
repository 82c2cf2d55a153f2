import type { RegisterKind } from '#registers/all.ts';
import type { RecordState, StrikeOut } from '#schemas/history.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import type { ActContext } from './define-rules.ts';
import { rulesOf } from './rules.ts';

/**
 * Takes an entry out of totals with a reason, or puts it back; its record and facts stay as they are.
 * Refused: `entry.struck-out` where it is out already, `entry.not-struck-out` where there is nothing to undo.
 */
export const strikeOut = (state: RecordState, request: StrikeOut, command: CommandContext): Decided<RecordState> => {
  if (request.undo)
    return state.struckOut === null
      ? refused({ code: 'entry.not-struck-out', detail: 'The entry is not struck out: there is nothing to undo.' })
      : done({ ...state, struckOut: null });
  if (state.struckOut !== null)
    return refused({
      code: 'entry.struck-out',
      detail: `The entry is struck out already (${state.struckOut.reason}).`,
    });
  return done({
    ...state,
    struckOut: { reason: request.reason, by: command.actor.subject, at: command.effectiveAt },
  });
};

/**
 * `strikeOut`, after the register's own word on who may: a rating belongs to those who speak as its source.
 * Refused besides: `review.not-the-sro`, `rating.own-review`, `role.not-allowed`.
 */
export const strikeOutEntry = (
  c: ActContext & { readonly kind: RegisterKind; readonly request: StrikeOut },
): Decided<RecordState> => {
  const refusal = rulesOf(c.kind).strikeOutForbids(c);
  return refusal === null ? strikeOut(c.state, c.request, c.command) : refused(refusal);
};
