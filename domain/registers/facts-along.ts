import type { Instant } from '#language/time.ts';
import { asJsonObject, type HistoryEvent, type JsonObject } from '#schemas/history.ts';
import type { Programme } from '#schemas/programme.ts';
import type { CommandContext } from '../decided.ts';
import { changedFacts } from '../review/review-facts-along.ts';

/** A change of a record, as its facts are derived from it. */
export type LineEvent = Pick<HistoryEvent, 'recordRef' | 'type' | 'effectiveAt' | 'by' | 'changed' | 'after'>;

/** What facts are made of: a record, what it and its facts were before, by whom it was recorded and from when it is so. */
export interface Keeping<R, F> {
  readonly id: string;
  readonly before: { readonly record: R; readonly facts: F } | null;
  readonly record: R;
  readonly command: { readonly actor: Pick<CommandContext['actor'], 'subject'>; readonly effectiveAt: Instant };
  /** The settings under which it is recorded; null along a line, of which `kept` says what was kept under those of then. */
  readonly programme: Programme | null;
  readonly kept: F | null;
}

/** What a record that is stated anew leaves of its facts: when it was last reviewed without a change. */
export const carriedFacts = (facts: object | undefined): JsonObject => {
  const { reviewedNoChange } = asJsonObject(facts ?? {});
  return reviewedNoChange === undefined ? {} : { reviewedNoChange };
};

/** How the facts of a register are kept, and how what is stored of it is read. */
interface Kept<R, F extends object> {
  /** Whether its entries are made by an act, so that their first facts are that act's. */
  readonly byActOnly: boolean;
  readonly keeps: (put: Keeping<R, F>) => object;
  readonly recordIn: (record: JsonObject) => R;
  readonly factsIn: (facts: JsonObject) => F;
}

/**
 * The facts at the end of a part of an entry's line, derived from all of it (docs/meaning.md TIME-6): a record that was put
 * or corrected keeps what the register says, an act changes what it changed.
 */
export const factsAlong = <R, F extends object>(line: readonly LineEvent[], register: Kept<R, F>): JsonObject => {
  let before: { readonly record: R; readonly facts: F } | null = null;
  for (const event of line) {
    const record = register.recordIn(event.after.record);
    const command = { actor: { subject: event.by }, effectiveAt: event.effectiveAt };
    const then = { programme: null, kept: register.factsIn(event.after.facts) };
    const stated = event.type === 'put' || event.type === 'corrected';
    const facts: JsonObject =
      stated && !(before === null && register.byActOnly)
        ? {
            ...asJsonObject(register.keeps({ id: event.recordRef.id, before, record, command, ...then })),
            ...carriedFacts(before?.facts),
          }
        : before === null
          ? event.after.facts
          : { ...asJsonObject(before.facts), ...changedFacts(event) };
    before = { record, facts: register.factsIn(facts) };
  }
  return asJsonObject(before?.facts ?? {});
};
