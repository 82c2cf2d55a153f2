import type { Register } from '#registers/declaration.ts';
import type { RecordState } from '#schemas/history.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import { struckOutRefusal, withFacts } from './record-state.ts';

/**
 * "Reviewed, no change": the entry is as recorded, and is known to be so from this instant on. Its record stays as it is.
 * Refused: `entry.struck-out`.
 */
export const reviewedNoChange = (
  state: RecordState,
  { noun }: Pick<Register, 'noun'>,
  { actor, effectiveAt }: CommandContext,
): Decided<RecordState> => {
  const struckOut = struckOutRefusal(state, noun);
  if (struckOut !== null) return refused(struckOut);
  return done(withFacts(state, { ...state.facts, reviewedNoChange: { at: effectiveAt, by: actor.subject } }));
};
