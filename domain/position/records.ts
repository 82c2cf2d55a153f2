import type * as z from 'zod';
import type { Instant } from '#language/time.ts';
import type { Exemption } from '#schemas/exemption.ts';
import type { RecordKind, RecordState } from '#schemas/history.ts';
import type { Entry } from '../entry.ts';
import { markedState } from '../exemption/marked-state.ts';
import { byId } from '../in-id-order.ts';

/** A record as it was at some instant; struck-out ones may be among them. */
export interface RecordAt {
  /** The review that it belongs to; null for what belongs to the programme itself. */
  readonly review: string | null;
  readonly kind: RecordKind;
  readonly id: string;
  readonly state: RecordState;
  readonly effectiveAt: Instant;
  /** Exemptions that hold for it besides the one that its state carries. */
  readonly alsoExempt?: readonly Exemption[];
}

const parsed = <T>(schema: z.ZodType<T>, value: unknown, part: string, storedRecord: RecordAt): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(
    `the ${part} of the ${storedRecord.kind} "${storedRecord.id}" does not parse: ${result.error.message}`,
    {
      cause: result.error,
    },
  );
};

/**
 * The entries of one kind in the order of their ids, so that the order in which they are given changes nothing;
 * struck-out ones are left out. Text that an exemption withholds carries its marks.
 * @throws Error naming kind and id, where a state does not parse
 */
export const entriesOf = <R, F>(
  records: readonly RecordAt[],
  kind: RecordKind,
  record: z.ZodType<R>,
  facts: z.ZodType<F>,
): readonly Entry<R, F>[] =>
  records
    .filter((storedRecord) => storedRecord.kind === kind && storedRecord.state.struckOut === null)
    .toSorted(byId)
    .map((storedRecord) => {
      const state = markedState(storedRecord, storedRecord.alsoExempt);
      return {
        id: storedRecord.id,
        record: parsed(record, state.record, 'record', storedRecord),
        facts: parsed(facts, state.facts, 'facts', storedRecord),
        effectiveAt: storedRecord.effectiveAt,
      };
    });
