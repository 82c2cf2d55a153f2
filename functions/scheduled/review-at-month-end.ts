import { buildPosition } from '#domain/position/sections.ts';
import type { ReviewAtEnd } from '#domain/report/compose-report.ts';
import { hasOwnMonth } from '#domain/report/report-month.ts';
import { endOfMonth, monthOf, type ReportMonth } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import { positionAtEnd } from '#store/positions/position-at-month-end.ts';
import type { ReviewOnPage } from '#store/positions/position-pages.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { endOfTime, type FactsOf, foldRecords, readEvents, withStandingExemptions } from '#store/records/records.ts';
import type { Head } from '#store/reports/reports.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import type { ReportBasis } from './report-basis.ts';

/** A review folded from its history: what is effective by the end and numbered up to the head; undefined: it was not yet there. */
export const foldReview = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  programme: Programme,
  [review, head]: Head,
  factsOf: FactsOf = 'derived',
): Promise<ReviewAtEnd | undefined> => {
  const events = await readEvents(deps.table, { ...programmeRef, review });
  const atEnd = foldRecords(events, endOfMonth(month), head, factsOf);
  if (!atEnd.some((storedRecord) => storedRecord.kind === 'review')) return undefined;
  // A record with a month of its own is recorded once that has ended: what is known of it counts, whenever it is effective.
  const ofOwnMonth = foldRecords(events, endOfTime, head, factsOf).filter(hasOwnMonth);
  const known = events.filter((event) => event.sequence <= head);
  // What is exempt by the head is withheld, also where it became so after the month's end.
  const records = withStandingExemptions(
    [...atEnd.filter((storedRecord) => !hasOwnMonth(storedRecord)), ...ofOwnMonth],
    known,
  );
  return {
    id: review,
    position: buildPosition(records.map(asRecordAt), programme),
    recordedInMonth: events.filter((event) => event.sequence <= head && monthOf(event.effectiveAt) === month).length,
  };
};

/**
 * A review as at the end of the month: from what is stored of its position where that still says so and has not
 * moved past the head that was fixed, else from its history.
 */
export const reviewAtEnd = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { programme, monthAsked }: Pick<ReportBasis, 'programme' | 'monthAsked'>,
  { stored }: ReviewOnPage,
  head: Head,
): Promise<ReviewAtEnd | undefined> => {
  const kept =
    stored instanceof UnreadableItem || stored === 'changing' || stored.head.sequence !== head[1]
      ? undefined
      : await positionAtEnd(deps.table, programmeRef, head[0], stored, monthAsked);
  return kept === undefined
    ? foldReview(deps, programmeRef, monthAsked.month, programme, head)
    : { id: head[0], ...kept };
};
