import { buildSection, type RecordAt, sectionsTouchedBy } from '#domain/position/sections.ts';
import { reportMonthOf } from '#domain/report/report-month.ts';
import { addMonths, monthOf, type ReportMonth } from '#language/time.ts';
import type { HistoryEvent, RecordKind } from '#schemas/history.ts';
import type { ReviewPosition, SectionName } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Card } from './cards.ts';
import { type MonthEnd, riskMatrixMark } from './month-ends.ts';

const monthsCounted = 4;

export interface CardChange {
  readonly sequence: number;
  readonly digest: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly reviewVersion: number;
  readonly kind: RecordKind;
  readonly id: string;
  /** The things of the registers behind the sections that the change touches, with the change in. */
  readonly records: readonly RecordAt[];
  readonly programme: Programme;
  /** Whether what is exempt of the thing is no longer what it was. */
  readonly exemptionMoved: boolean;
}

const replaced = (position: ReviewPosition, name: SectionName, change: CardChange): ReviewPosition => ({
  ...position,
  [name]: buildSection(name, change.records, change.programme),
});

/** The card after a change, and the kept month end where the change makes or voids one. */
export const changedCard = (before: Card, change: CardChange): { card: Card; monthEnd: MonthEnd | undefined } => {
  const month = monthOf(change.effectiveAt);
  const lastMonth = monthOf(before.lastEffectiveAt);
  const position = sectionsTouchedBy(change.kind).reduce<ReviewPosition>(
    (so, name) => replaced(so, name, change),
    before.position,
  );
  // What becomes exempt is withheld from a report of a month before as well: that position is void, and history is folded.
  const valid = !change.exemptionMoved;
  const kept = {
    fromMonth: lastMonth,
    toMonth: addMonths(month, -1),
    position: before.position,
    recorded: before.recorded,
  };
  return {
    card: {
      headSequence: change.sequence,
      headDigest: change.digest,
      headRecordedAt: change.recordedAt,
      reviewVersion: change.reviewVersion,
      position,
      lastEffectiveAt: change.effectiveAt > before.lastEffectiveAt ? change.effectiveAt : before.lastEffectiveAt,
      recorded: oneMoreTold(before.recorded, month),
      recordedLate: recordedLateWith(before.recordedLate, {
        ...change,
        recordRef: { kind: change.kind, id: change.id },
      }),
      riskMatrix: sectionsTouchedBy(change.kind).includes('risks')
        ? riskMatrixMark(change.programme)
        : before.riskMatrix,
    },
    monthEnd:
      month > lastMonth
        ? { ...kept, valid }
        : month < lastMonth || !valid
          ? { ...kept, fromMonth: month, toMonth: month, valid: false }
          : undefined,
  };
};

export const oneMoreTold = (recorded: Card['recorded'], month: ReportMonth): Card['recorded'] => {
  const count = recorded.find((one) => one.month === month)?.count ?? 0;
  return [...recorded.filter((one) => one.month !== month), { month, count: count + 1 }]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-monthsCounted);
};

const monthsRecordedLate = 12;

/**
 * The months told late with one more change. Beyond twelve the two oldest become one, from the older month on:
 * what asks then looks into more history than it need, never into less.
 */
export const recordedLateWith = (
  recordedLate: Card['recordedLate'],
  { recordedAt, sequence, ...change }: Pick<HistoryEvent, 'recordRef' | 'effectiveAt' | 'recordedAt' | 'sequence'>,
): Card['recordedLate'] => {
  const month = reportMonthOf(change);
  if (month >= monthOf(recordedAt)) return recordedLate;
  const [oldest, next, ...rest] = [...recordedLate.filter((one) => one.month !== month), { month, sequence }].sort(
    (a, b) => (a.month < b.month ? -1 : 1),
  );
  if (oldest === undefined) return [];
  if (next === undefined) return [oldest];
  return rest.length + 2 <= monthsRecordedLate
    ? [oldest, next, ...rest]
    : [{ month: oldest.month, sequence: Math.max(oldest.sequence, next.sequence) }, ...rest];
};
