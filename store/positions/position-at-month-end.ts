import { dependsOnSettings } from '#domain/position/sections.ts';
import { endOfMonth, type Instant, type ReportMonth } from '#language/time.ts';
import type { ReviewPosition, SectionName } from '#schemas/position.ts';
import type { Table } from '../table/client.ts';
import { readByKey } from '../table/items.ts';
import { monthEndKey, type ProgrammeRef, reviewHeadKey } from '../table/keys.ts';
import { positionShape } from '../table/shape.ts';
import { monthsCounted } from './changed-position.ts';
import { type MonthEnd, monthEndFrom, type Part } from './parts.ts';
import type { ReviewHead } from './review-head.ts';
import { positionOf, type StoredPosition } from './stored-position.ts';

/** The end of a month as positions are asked about it: worked out once for all of them. */
export interface MonthAsked {
  readonly month: ReportMonth;
  readonly end: Instant;
  /** The versions of the programme's settings under which a section is what it is under those in force at the end. */
  readonly settings: ReadonlySet<number>;
}
export const monthAsked = (
  month: ReportMonth,
  settings: Iterable<number>,
  end: Instant = endOfMonth(month),
): MonthAsked => ({
  month,
  end,
  settings: new Set(settings),
});

/** How many events of a month were recorded; undefined where the head no longer counts them. */
const recordedIn = ({ recorded }: ReviewHead, month: ReportMonth): number | undefined => {
  const [oldest] = recorded;
  const forgotten = recorded.length >= monthsCounted && oldest !== undefined && month < oldest.month;
  return forgotten ? undefined : (recorded.find((one) => one.month === month)?.count ?? 0);
};

type PartThen = Pick<Part, 'since' | 'lastEffectiveAt'>;
/** Whether a part was there by the month's end. The return of a month is recorded after it: what is known of returns counts. */
const isByThen = (section: SectionName, { since }: PartThen, end: Instant): boolean =>
  section === 'returns' || since <= end;
/** Whether a part has not changed since. */
const isOfNow = (section: SectionName, { lastEffectiveAt }: PartThen, end: Instant): boolean =>
  section === 'returns' || lastEffectiveAt <= end;

/** What is kept of the parts of some reviews for month ends before their latest changes. */
export type MonthEnds = (review: string, section: SectionName) => MonthEnd | undefined;

/** A09: what `positionAtEnd` asks of some reviews, read together. */
export const readMonthEnds = async (
  table: Table,
  programmeRef: ProgrammeRef,
  reviews: ReadonlyMap<string, StoredPosition>,
  { month, end }: MonthAsked,
): Promise<MonthEnds> => {
  const keys = [...reviews].flatMap(([review, { head, parts }]) =>
    recordedIn(head, month) === undefined
      ? []
      : [...parts]
          .filter(([section, part]) => isByThen(section, part, end) && !isOfNow(section, part, end))
          .map(([section]) => monthEndKey(programmeRef, review, section)),
  );
  const found = await readByKey(table, keys);
  return (review, section) => {
    const item = found(monthEndKey(programmeRef, review, section));
    return item === undefined ? undefined : monthEndFrom(item);
  };
};

/**
 * The position of a review at a month's end, where its parts and what is kept of them still say so; undefined: fold its
 * history. A part of another shape, or of which what it says rests on other settings, is not asked.
 */
export const positionAtEnd = (
  programmeRef: ProgrammeRef,
  review: string,
  { head, parts }: StoredPosition,
  { month, end, settings }: MonthAsked,
  monthEnds: MonthEnds,
): { position: ReviewPosition; recordedInMonth: number } | undefined => {
  const recordedInMonth = recordedIn(head, month);
  if (recordedInMonth === undefined) return undefined;
  const then = new Map<SectionName, { readonly content: unknown }>();
  for (const [section, part] of parts) {
    if (!isByThen(section, part, end)) continue;
    const kept = isOfNow(section, part, end)
      ? { ...part, valid: true, fromMonth: month, toMonth: month }
      : monthEnds(review, section);
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
