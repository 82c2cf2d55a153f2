import type { Refusal } from '#schemas/problems.ts';
import type { Answer, JsonAnswer } from '../http/answer.ts';

/** What comes of a change that is asked for. */
export type ChangeOutcome =
  /** It is recorded, or holds already. */
  | { readonly kind: 'recorded'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This very request was answered before: it is answered the same, and nothing is recorded. */
  | { readonly kind: 'replayed'; readonly answer: JsonAnswer };

export const recorded = (answer: Answer): ChangeOutcome => ({ kind: 'recorded', answer });
