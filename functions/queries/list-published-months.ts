import { recordedAfterItsEnd } from '#domain/report/late-changes.ts';
import type { Instant, ReportMonth } from '#language/time.ts';
import { programmeHeadName, SealedReport } from '#schemas/export.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { readEvents } from '#store/records/records.ts';
import { readHeads } from '#store/reports/reports.ts';
import type { ChainRef, ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** A chain as the heads of a report name it. */
export const nameAmongHeads = ({ review }: ChainRef): string => review ?? programmeHeadName;

/** The heads that a report was made from: the sequence that it knew of each chain. */
export const readKnown = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  revision: number,
): Promise<ReadonlyMap<string, number>> => {
  const { heads } = await readHeads(deps.table, programmeRef, { month, revision });
  return new Map(heads.map(([name, sequence]) => [name, sequence]));
};

export interface Publication {
  readonly revision: number;
  readonly publishedAt: Instant;
}

/** Of each published month its revisions, in order; with an instant, of those published by then. */
export const readPublications = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  by?: Instant,
): Promise<ReadonlyMap<ReportMonth, readonly Publication[]>> => {
  const published = new Map<ReportMonth, readonly Publication[]>();
  for (const event of await readEvents(deps.table, { ...programmeRef, review: null }, 'publication')) {
    if (by !== undefined && event.recordedAt > by) continue;
    const { month, revision } = SealedReport.parse(event.after.record);
    published.set(month, [...(published.get(month) ?? []), { revision, publishedAt: event.recordedAt }]);
  }
  return published;
};

type RecordedChange = Pick<HistoryEvent, 'recordRef' | 'sequence' | 'effectiveAt' | 'recordedAt'>;

/** A published month that a late change would change, or did: the revision that took it in. */
export interface ChangedMonth {
  readonly month: ReportMonth;
  /** The last revision that did not know it. */
  readonly revision: number;
  readonly takenInBy: number | null;
}

interface RevisionKnew {
  readonly revision: number;
  /** The sequence that it knew of the chain. */
  readonly known: number;
}

/** What the revisions of a month knew of a chain, up to the first that knew every late change. */
const readRevisions = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  month: ReportMonth,
  publications: readonly Publication[],
  late: readonly RecordedChange[],
): Promise<readonly RevisionKnew[]> => {
  const revisions: RevisionKnew[] = [];
  for (const { revision, publishedAt } of publications) {
    // What was recorded after its publication a report cannot have known: then there is nothing to look up.
    const known = late.every((event) => event.recordedAt > publishedAt)
      ? 0
      : ((await readKnown(deps, chainRef, month, revision)).get(nameAmongHeads(chainRef)) ?? 0);
    revisions.push({ revision, known });
    if (late.every((event) => event.sequence <= known)) break;
  }
  return revisions;
};

/**
 * For the events of one chain the published months whose reports counted without them. The heads of a report are read
 * only where something among the events was recorded between its month's end and its publication.
 */
export const readMonthsChanged = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  events: readonly RecordedChange[],
): Promise<(event: RecordedChange) => readonly ChangedMonth[]> => {
  const months = await Promise.all(
    [...(await readPublications(deps, chainRef))].map(async ([month, publications]) => {
      const late = events.filter((event) => recordedAfterItsEnd(event, month));
      return {
        month,
        revisions: late.length === 0 ? [] : await readRevisions(deps, chainRef, month, publications, late),
      };
    }),
  );
  return (event) =>
    months.flatMap(({ month, revisions }) => {
      const without = revisions.filter(({ known }) => known < event.sequence).at(-1);
      if (without === undefined || !recordedAfterItsEnd(event, month)) return [];
      const takenInBy = revisions.find(({ known }) => known >= event.sequence)?.revision ?? null;
      return [{ month, revision: without.revision, takenInBy }];
    });
};
