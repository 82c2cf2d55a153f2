import type { ReviewAtEnd } from '#domain/report/compose-report.ts';
import type { UnreadableChain } from '#domain/report/findings.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { readAtBaseline } from '../queries/at-baseline.ts';
import type { ReportBasis } from './report-basis.ts';

type Found = ReviewAtEnd | UnreadableChain;

/** How many histories are read at once. */
const atOnce = 8;

/** Each review with what the named baseline holds of it, in their order; as they are where the settings name none. */
export async function* comparedWithBaseline(
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { baseline, programme }: Pick<ReportBasis, 'baseline' | 'programme'>,
  source: AsyncIterable<Found>,
): AsyncGenerator<Found> {
  const withBaseline = async (found: Found): Promise<Found> => {
    if (baseline === undefined || !('position' in found)) return found;
    try {
      const chainRef = { ...programmeRef, review: found.id };
      return { ...found, atBaseline: await readAtBaseline(deps, chainRef, programme, baseline) };
    } catch (error) {
      if (error instanceof UnreadableItem) return { review: found.id, what: 'its history' };
      throw error;
    }
  };
  const begun: Promise<Found>[] = [];
  for await (const found of source) {
    const one = withBaseline(found);
    // Who takes it sees the fault; where nobody does any more, it must not end the process.
    one.catch(() => undefined);
    begun.push(one);
    const first = begun.length < atOnce ? undefined : begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const one of begun) yield await one;
}
