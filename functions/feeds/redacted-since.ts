import { Redaction, RedactionFacts } from '#registers/redaction/record.ts';
import { readRegister } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** Out of what words were taken since an instant: whoever holds copies must have those again (docs/meaning.md EXEMPT-21). */
export interface RedactedSince {
  /** Whether anything of a review was, or with null of the programme itself. */
  readonly of: (review: string | null) => boolean;
  readonly anything: boolean;
}

export const readRedactedSince = async (
  { table }: ReadsTable,
  programmeRef: ProgrammeRef,
  since: string,
): Promise<RedactedSince> => {
  const all = await readRegister(table, { ...programmeRef, review: null }, 'redaction');
  const done = all
    .filter(({ recordedAt, state }) => recordedAt >= since && RedactionFacts.parse(state.facts).agreed !== null)
    .map(({ state }) => Redaction.parse(state.record));
  const isWhole = done.some(({ whole }) => whole !== undefined);
  const reviews = new Set(done.map(({ review }) => review ?? null));
  return { of: (review) => isWhole || reviews.has(review), anything: done.length > 0 };
};
