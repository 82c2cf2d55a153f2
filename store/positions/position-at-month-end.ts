import { dependsOnSettings } from '#domain/position/sections.ts';
import { endOfMonth, type Instant, type ReportMonth } from '#language/time.ts';
import type { ReviewPosition, SectionName } from '#schemas/position.ts';
import type { Table } from '../table/client.ts';
import { readByKey } from '../table/items.ts';
import { monthEndKey, type ProgrammeRef, reviewHeadKey } from '../table/keys.ts';
import { positionShape } from '../table/shape.ts';
import { monthsCounted } from './changed-position.ts';
import { type MonthEnd, monthEndFrom } from './parts.ts';
import type { ReviewHead } from './review-head.ts';
import { positionOf, type StoredPosition } from './stored-position.ts';

/** The end of a month as positions are asked about it: worked out once for all of them. */
export interface MonthAsked {
  readonly month: ReportMonth;
  readonly end: Instant;
  /** The versions of the programme's settings under which a section is what it is under those in force at the end. */
  readonly settings: ReadonlySet<number>;
}
export const monthAsked = (month: ReportMonth, settings: Iterable<number>): MonthAsked => ({
  month,
  end: endOfMonth(month),
  settings: new Set(settings),
});

/** How many events of a month were recorded; undefined where the head no longer counts them. */
const recordedIn = ({ recorded }: ReviewHead, month: ReportMonth): number | undefined => {
  const [oldest] = recorded;
  const forgotten = recorded.length >= monthsCounted && oldest !== undefined && month < oldest.month;
  return forgotten ? undefined : (recorded.find((one) => one.month === month)?.count ?? 0);
};

/** A09: what is kept of some parts for the month ends before their latest changes. */
const readMonthEnds = async (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
  sections: readonly SectionName[],
): Promise<ReadonlyMap<SectionName, MonthEnd>> => {
  if (sections.length === 0) return new Map();
  const keyOf = (section: SectionName) => monthEndKey(programmeRef, review, section);
  const found = await readByKey(table, sections.map(keyOf));
  return new Map(
    sections.flatMap((section) => {
      const item = found(keyOf(section));
      return item === undefined ? [] : [[section, monthEndFrom(item)] as const];
    }),
  );
};

/**
 * The position of a review at a month's end, where its parts and what is kept of them still say so; undefined: fold its
 * history. A part of another shape, or of which what it says rests on other settings, is not asked.
 */
export const positionAtEnd = async (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
  { head, parts }: StoredPosition,
  { month, end, settings }: MonthAsked,
): Promise<{ position: ReviewPosition; recordedInMonth: number } | undefined> => {
  const recordedInMonth = recordedIn(head, month);
  if (recordedInMonth === undefined) return undefined;
  // The return of a month is recorded after its end: what is known of returns counts.
  const isOfNow = (section: SectionName, { lastEffectiveAt }: { readonly lastEffectiveAt: Instant }): boolean =>
    section === 'returns' || lastEffectiveAt <= end;
  const byThen = [...parts].filter(([section, part]) => section === 'returns' || part.since <= end);
  const before = byThen.filter(([section, part]) => !isOfNow(section, part)).map(([section]) => section);
  const monthEnds = await readMonthEnds(table, programmeRef, review, before);
  const then = new Map<SectionName, { readonly content: unknown }>();
  for (const [section, part] of byThen) {
    const kept = isOfNow(section, part)
      ? { ...part, valid: true, fromMonth: month, toMonth: month }
      : monthEnds.get(section);
    const answers =
      kept?.valid === true &&
      kept.shape === positionShape &&
      kept.fromMonth <= month &&
      month <= kept.toMonth &&
      (!dependsOnSettings(section) || settings.has(kept.settings));
    if (kept === undefined || !answers) return undefined;
    then.set(section, kept);
  }
  return then.has('review')
    ? { position: positionOf(reviewHeadKey(programmeRef, review), then), recordedInMonth }
    : undefined;
};
