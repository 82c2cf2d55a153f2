import { buildSection, type RecordAt, sectionsTouchedBy, sumPassed } from '#domain/position/sections.ts';
import type { Removed } from '#domain/programme.ts';
import type { Sum } from '#domain/registers/define-rules.ts';
import { reportMonthOf } from '#domain/report/report-month.ts';
import { newlyUsed } from '#domain/settings-in-use.ts';
import { addMonths, monthOf, type ReportMonth } from '#language/time.ts';
import type { HistoryEvent, RecordKind } from '#schemas/history.ts';
import type { SectionName } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { positionShape } from '../table/shape.ts';
import { listedIn } from './listed.ts';
import type { MonthEnd, Part } from './parts.ts';
import type { ReviewHead } from './review-head.ts';
import type { StoredPosition } from './stored-position.ts';

/** How many months a head counts the events of. */
export const monthsCounted = 4;

export interface PositionChange {
  readonly sequence: number;
  readonly digest: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  /** The review's own, after the change. */
  readonly reviewVersion: number;
  readonly kind: RecordKind;
  readonly id: string;
  /** The records of the registers behind the sections that the change touches, with the change in. */
  readonly records: readonly RecordAt[];
  readonly settings: { readonly version: number; readonly programme: Programme };
  /** Whether what is exempt of the record is no longer what it was. */
  readonly exemptionMoved: boolean;
  /** Whether it takes something out, which no sum is ever in the way of. */
  readonly strikesOut: boolean;
  /** Whether words were taken out of the record for good: then nothing is kept of what was before. */
  readonly takesWordsOut: boolean;
}

/** What a change writes of a review's position: its head, the parts it touches, and their month ends that it makes or voids. */
export interface ChangedPosition {
  readonly head: ReviewHead;
  readonly parts: ReadonlyMap<SectionName, Part>;
  readonly monthEnds: ReadonlyMap<SectionName, MonthEnd>;
  /** A sum that the change would take past what is added up: then it is refused. */
  readonly sumPassed: Sum | null;
  /** Words of the settings that the review uses now and did not use before. */
  readonly wordsTaken: readonly Removed[];
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

const changedPart = (before: Part | undefined, section: SectionName, change: PositionChange): Part => ({
  sequence: change.sequence,
  shape: positionShape,
  settings: change.settings.version,
  since: earlier(before?.since ?? change.effectiveAt, change.effectiveAt),
  lastEffectiveAt: later(before?.lastEffectiveAt ?? change.effectiveAt, change.effectiveAt),
  content: buildSection(section, change.records, change.settings.programme),
});

/** Of a part that changes, its month end where the change makes or voids one. */
const monthEndOf = (
  before: Part,
  month: ReportMonth,
  { exemptionMoved, takesWordsOut }: PositionChange,
): MonthEnd | undefined => {
  const lastMonth = monthOf(before.lastEffectiveAt);
  const content = takesWordsOut ? null : before.content;
  const kept = { shape: before.shape, settings: before.settings, content };
  // What becomes exempt is withheld from a report of a month before as well: that month end is void, and history is folded.
  const valid = !exemptionMoved && !takesWordsOut;
  if (month > lastMonth) return { ...kept, fromMonth: lastMonth, toMonth: addMonths(month, -1), valid };
  return month < lastMonth || !valid
    ? { ...kept, content: null, fromMonth: month, toMonth: month, valid: false }
    : undefined;
};

const listedAfter = (before: ReviewHead | undefined, parts: ChangedPosition['parts']): ReviewHead['listed'] => {
  const review = parts.get('review');
  if (review !== undefined) return listedIn(review.content);
  if (before === undefined) throw new Error('the first change of a review opens it');
  return before.listed;
};

const sumPassedBy = (
  before: StoredPosition | undefined,
  parts: ChangedPosition['parts'],
  { records, settings, strikesOut }: PositionChange,
): Sum | null => {
  if (strikesOut) return null;
  for (const [section, part] of parts) {
    const stored = before?.parts.get(section);
    const passed = sumPassed(section, { before: stored?.content, after: part.content }, records, settings.programme);
    if (passed !== null) return passed;
  }
  return null;
};

/** A review's position after a change. */
export const changedPosition = (before: StoredPosition | undefined, change: PositionChange): ChangedPosition => {
  const sections = sectionsTouchedBy(change.kind);
  const unread = sections.find((one) => before?.head.parts[one] !== undefined && !before.parts.has(one));
  if (unread !== undefined) throw new Error(`the part ${unread} was not read before it is changed`);
  const month = monthOf(change.effectiveAt);
  const parts = new Map(
    sections.map((section) => [section, changedPart(before?.parts.get(section), section, change)] as const),
  );
  const monthEnds = new Map(
    sections.flatMap((section) => {
      const part = before?.parts.get(section);
      const monthEnd = part === undefined ? undefined : monthEndOf(part, month, change);
      return monthEnd === undefined ? [] : [[section, monthEnd] as const];
    }),
  );
  return {
    head: {
      sequence: change.sequence,
      digest: change.digest,
      recordedAt: change.recordedAt,
      reviewVersion: change.reviewVersion,
      lastEffectiveAt: later(before?.head.lastEffectiveAt ?? change.effectiveAt, change.effectiveAt),
      recorded: oneMoreRecorded(before?.head.recorded ?? [], month),
      recordedLate: recordedLateWith(before?.head.recordedLate ?? [], {
        ...change,
        recordRef: { kind: change.kind, id: change.id },
      }),
      parts: { ...before?.head.parts, ...Object.fromEntries(sections.map((one) => [one, change.sequence])) },
      listed: listedAfter(before?.head, parts),
    },
    parts,
    monthEnds,
    sumPassed: sumPassedBy(before, parts, change),
    wordsTaken: [...parts].flatMap(([section, { content }]) =>
      newlyUsed(section, before?.parts.get(section)?.content, content),
    ),
  };
};

const oneMoreRecorded = (recorded: ReviewHead['recorded'], month: ReportMonth): ReviewHead['recorded'] => {
  const count = recorded.find((one) => one.month === month)?.count ?? 0;
  return [...recorded.filter((one) => one.month !== month), { month, count: count + 1 }]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-monthsCounted);
};

const monthsRecordedLate = 12;

/**
 * The months recorded late with one more change. Beyond twelve the two oldest become one, from the older month on:
 * what asks then looks into more history than it need, never into less.
 */
export const recordedLateWith = (
  recordedLate: ReviewHead['recordedLate'],
  { recordedAt, sequence, ...change }: Pick<HistoryEvent, 'recordRef' | 'effectiveAt' | 'recordedAt' | 'sequence'>,
): ReviewHead['recordedLate'] => {
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
