import type { Instant } from '#language/time.ts';
import type { Actor } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';

/** What a decision comes to: done with its result, or refused with a code, a sentence and facts. Never an exception. */
export type Decided<T> = { readonly kind: 'done'; readonly result: T } | Refused;
export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

export const done = <T>(result: T): Decided<T> => ({ kind: 'done', result });
export const refused = (refusal: Refusal): Refused => ({ kind: 'refused', refusal });

/** Who makes a change, and the instant from which it is true. */
export interface CommandContext {
  readonly actor: Actor;
  readonly effectiveAt: Instant;
}
