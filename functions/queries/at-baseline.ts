import { buildProgrammeSection, buildSection, type RecordAt } from '#domain/position/sections.ts';
import { endOfDay, type Instant, type LocalDate } from '#language/time.ts';
import { type Baselined, baselinedOfProgramme } from '#registers/named-baseline/compare.ts';
import { namedBaseline } from '#registers/named-baseline/record.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import type { Programme } from '#schemas/programme.ts';
import { isKnown } from '#store/records/known-as-of.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { foldRecords, readEvents } from '#store/records/records.ts';
import type { ChainRef, ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** What a named baseline holds of a review: what was so by an instant, of what was recorded by another. */
export interface FixedBaseline {
  readonly asAt: Instant;
  readonly fixedAt: Instant;
}

/** A named baseline was fixed when it was first recorded; undefined where none of the events is of it. */
export const fixedBaseline = (
  { id, asAt }: { readonly id: string; readonly asAt: LocalDate },
  events: readonly HistoryEvent[],
): FixedBaseline | undefined => {
  const ofIt = events.filter(({ recordRef }) => recordRef.kind === namedBaseline.kind && recordRef.id === id);
  const first = ofIt.toSorted((a, b) => a.sequence - b.sequence)[0];
  return first === undefined ? undefined : { asAt: endOfDay(asAt), fixedAt: first.recordedAt };
};

/** The records of a chain that a named baseline holds. */
const recordsAtBaseline = (
  chainRef: ChainRef,
  events: readonly HistoryEvent[],
  { asAt, fixedAt }: FixedBaseline,
): readonly RecordAt[] => {
  const known = events.filter((event) => isKnown({ kind: 'recorded-by', at: fixedAt }, chainRef, event));
  return foldRecords(known, asAt, Number.POSITIVE_INFINITY).map(asRecordAt);
};

/** What a named baseline holds of the programme itself, from the events of its own chain. */
export const programmeAtBaseline = (
  programmeRef: ProgrammeRef,
  events: readonly HistoryEvent[],
  programme: Programme,
  baseline: FixedBaseline,
): Baselined => {
  const records = recordsAtBaseline({ ...programmeRef, review: null }, events, baseline);
  return baselinedOfProgramme({
    milestones: buildProgrammeSection('milestones', records, programme),
    costsAndBenefits: buildProgrammeSection('costsAndBenefits', records, programme),
  });
};

/** What a named baseline holds of a review, folded from its history; null where the review was not there. */
export const readAtBaseline = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  programme: Programme,
  baseline: FixedBaseline,
): Promise<Baselined | null> => {
  const records = recordsAtBaseline(chainRef, await readEvents(deps.table, chainRef), baseline);
  return records.some(({ kind }) => kind === 'review')
    ? {
        milestones: buildSection('milestones', records, programme),
        costsAndBenefits: buildSection('costsAndBenefits', records, programme),
        businessCases: buildSection('businessCases', records, programme),
        savings: buildSection('savings', records, programme),
      }
    : null;
};
