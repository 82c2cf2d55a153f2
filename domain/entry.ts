import type { Instant } from '#language/time.ts';

/** An entry of a register as the rules see it; struck-out ones are left out before they come here. */
export interface Entry<R, F = object> {
  readonly id: string;
  readonly record: R;
  readonly facts: F;
  readonly effectiveAt: Instant;
}
