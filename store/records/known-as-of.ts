import type { Instant } from '#language/time.ts';
import { programmeHeadName } from '#schemas/export.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import type { ChainRef } from '../table/keys.ts';

/**
 * How much of the record a question may use: all there is, what was recorded by an instant, or what a published report was
 * made from (each chain's head, by review; the programme's own under `#programme`). Each is a beginning of every chain:
 * along a chain the instants of recording never go back (ADR 0013).
 */
export type KnownAsOf =
  | { readonly kind: 'all' }
  | { readonly kind: 'recorded-by'; readonly at: Instant }
  | { readonly kind: 'heads'; readonly heads: ReadonlyMap<string, number> };

export const everythingRecorded: KnownAsOf = { kind: 'all' };

/** Whether an event of a chain belongs to what was known. */
export const isKnown = (
  knowledge: KnownAsOf,
  chainRef: ChainRef,
  event: Pick<HistoryEvent, 'sequence' | 'recordedAt'>,
): boolean => {
  switch (knowledge.kind) {
    case 'all':
      return true;
    case 'recorded-by':
      return event.recordedAt <= knowledge.at;
    case 'heads':
      return event.sequence <= (knowledge.heads.get(chainRef.review ?? programmeHeadName) ?? 0);
  }
};
