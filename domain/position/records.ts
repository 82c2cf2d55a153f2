import type * as z from 'zod';
import type { Instant } from '#language/time.ts';
import type { Exemption } from '#schemas/exemption.ts';
import type { ThingKind, ThingState } from '#schemas/history.ts';
import type { Entry } from '../entry.ts';
import { markedState } from '../exemption/marked-state.ts';
import { byId } from '../in-id-order.ts';

/** A thing as it stood at some instant; struck-out ones may be among them. */
export interface ThingAt {
  /** The review that it belongs to; null for what belongs to the programme itself. */
  readonly review: string | null;
  readonly kind: ThingKind;
  readonly id: string;
  readonly state: ThingState;
  readonly effectiveAt: Instant;
  /** Exemptions that stand on it beside the one that its state carries. */
  readonly alsoExempt?: readonly Exemption[];
}

const parsed = <T>(schema: z.ZodType<T>, value: unknown, part: string, thing: ThingAt): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`the ${part} of the ${thing.kind} "${thing.id}" does not parse: ${result.error.message}`, {
    cause: result.error,
  });
};

/**
 * The entries of one kind in the order of their ids, so that the order in which they are given changes nothing;
 * struck-out ones are left out. Text that an exemption withholds carries its marks.
 * @throws Error naming kind and id, where a state does not parse
 */
export const entriesOf = <R, F>(
  things: readonly ThingAt[],
  kind: ThingKind,
  record: z.ZodType<R>,
  facts: z.ZodType<F>,
): readonly Entry<R, F>[] =>
  things
    .filter((thing) => thing.kind === kind && thing.state.struckOut === null)
    .toSorted(byId)
    .map((thing) => {
      const state = markedState(thing, thing.alsoExempt);
      return {
        id: thing.id,
        record: parsed(record, state.record, 'record', thing),
        facts: parsed(facts, state.facts, 'facts', thing),
        effectiveAt: thing.effectiveAt,
      };
    });
