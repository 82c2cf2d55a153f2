import { buildPosition } from '#domain/position/sections.ts';
import type { ReviewAtEnd } from '#domain/report/compose-report.ts';
import type { UnreadableChain } from '#domain/report/findings.ts';
import { hasOwnMonth } from '#domain/report/report-month.ts';
import { monthOf } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import { type MonthAsked, positionAtEnd, readMonthEnds } from '#store/positions/position-at-month-end.ts';
import type { ReviewOnPage } from '#store/positions/position-pages.ts';
import type { StoredPosition } from '#store/positions/stored-position.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { endOfTime, type FactsOf, foldRecords, readEvents, withStandingExemptions } from '#store/records/records.ts';
import type { Head } from '#store/reports/reports.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { inOrder } from './in-order.ts';
import type { ReportBasis } from './report-basis.ts';

/** A review from where it is read, or that its history cannot be read; undefined: it was not yet there. */
const reviewOrUnreadable = async (
  review: string,
  read: () => Promise<ReviewAtEnd | undefined>,
): Promise<ReviewAtEnd | UnreadableChain | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableItem) return { review, what: 'its history' };
    throw error;
  }
};

/** A review folded from its history: what is effective by the end and numbered up to the head; undefined: it was not yet there. */
export const foldReview = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { month, end }: Pick<MonthAsked, 'month' | 'end'>,
  programme: Programme,
  [review, head]: Head,
  factsOf: FactsOf = 'derived',
): Promise<ReviewAtEnd | undefined> => {
  const events = await readEvents(deps.table, { ...programmeRef, review });
  const atEnd = foldRecords(events, end, head, factsOf);
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

/** What is stored of a review's position, as of the head that was fixed; undefined: it says nothing of that head. */
const storedAtHead = ({ stored }: ReviewOnPage, head: Head): StoredPosition | undefined =>
  stored instanceof UnreadableItem || stored === 'changing' || stored.head.sequence !== head[1] ? undefined : stored;

/** How many histories are read at once: of each one query, with the processor free meanwhile. */
const historiesAtOnce = 8;

/** Each review folded from its history, several at once, in their order. */
export const foldReviews = (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { programme, monthAsked }: Pick<ReportBasis, 'programme' | 'monthAsked'>,
  heads: readonly Head[],
  factsOf: FactsOf,
): AsyncGenerator<ReviewAtEnd | UnreadableChain | undefined> =>
  inOrder(heads, historiesAtOnce, (head) =>
    reviewOrUnreadable(head[0], () => foldReview(deps, programmeRef, monthAsked, programme, head, factsOf)),
  );

/**
 * Some reviews as at the end of the month, in their order: from what is stored of their positions where that still says so
 * and has not moved past the heads that were fixed, else from their histories; before them, whose position cannot be read. What is kept of
 * month ends is read for all of them together.
 */
export async function* reviewsAtEnd(
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  basis: Pick<ReportBasis, 'programme' | 'monthAsked'>,
  found: readonly (readonly [ReviewOnPage, Head])[],
): AsyncGenerator<ReviewAtEnd | UnreadableChain | undefined> {
  const stored = new Map<string, StoredPosition>();
  for (const [onPage, head] of found) {
    const position = storedAtHead(onPage, head);
    if (position !== undefined) stored.set(head[0], position);
  }
  const monthEnds = await readMonthEnds(deps.table, programmeRef, stored, basis.monthAsked);
  const fromStored = ([review]: Head): ReviewAtEnd | undefined => {
    const position = stored.get(review);
    const kept =
      position === undefined ? undefined : positionAtEnd(programmeRef, review, position, basis.monthAsked, monthEnds);
    return kept === undefined ? undefined : { id: review, ...kept };
  };
  for (const [{ review, stored: position }] of found)
    if (position instanceof UnreadableItem) yield { review, what: 'its position' };
  const { programme, monthAsked } = basis;
  yield* inOrder(found, historiesAtOnce, ([, head]) =>
    reviewOrUnreadable(
      head[0],
      async () => fromStored(head) ?? foldReview(deps, programmeRef, monthAsked, programme, head),
    ),
  );
}
