import * as z from 'zod';
import { Instant, ReportMonth } from '#language/time.ts';
import type { SectionName } from '#schemas/position.ts';
import { jsonBody, readBody } from '../table/body.ts';
import { type Item, itemKey, number, numberOf } from '../table/items.ts';
import { monthEndKey, type ProgrammeRef, partKey } from '../table/keys.ts';
import { inShape, shapeOf } from '../table/shape.ts';

/*
 * A review's position is kept by register: a part for each section that anything was ever recorded of. A change of one
 * register writes that part alone.
 */

export const PartBody = z.object({
  /** The version of the programme's settings that it was made under. */
  settings: z.int(),
  /** Before it the section is empty: the earliest time of which anything of it was recorded. */
  since: Instant,
  lastEffectiveAt: Instant,
  /** The section. */
  content: z.unknown(),
});

export interface Part extends z.infer<typeof PartBody> {
  /** The event that last changed it. */
  readonly sequence: number;
  readonly shape: number;
}

export const partItem = (programmeRef: ProgrammeRef, review: string, section: SectionName, part: Part): Item => {
  const { sequence, shape, ...body } = part;
  return {
    ...itemKey(partKey(programmeRef, review, section)),
    ...inShape(shape),
    sequence: number(sequence),
    body: jsonBody(body),
  };
};

/** @throws UnreadableItem where it does not parse */
export const partFrom = (item: Item): Part => ({
  ...readBody(item, PartBody),
  sequence: numberOf(item, 'sequence'),
  shape: shapeOf(item),
});

const MonthEndBody = z.object({
  fromMonth: ReportMonth,
  toMonth: ReportMonth,
  valid: z.boolean(),
  settings: z.int(),
  content: z.unknown(),
});

/**
 * A part as it was at the ends of some months: kept when something effective in a later month is recorded; void once
 * something effective earlier is recorded after that, and then a report folds the review's history.
 */
export interface MonthEnd extends z.infer<typeof MonthEndBody> {
  readonly shape: number;
}

export const monthEndItem = (
  programmeRef: ProgrammeRef,
  review: string,
  section: SectionName,
  { shape, ...body }: MonthEnd,
): Item => ({
  ...itemKey(monthEndKey(programmeRef, review, section)),
  ...inShape(shape),
  body: jsonBody(body),
});

/** @throws UnreadableItem where it does not parse */
export const monthEndFrom = (item: Item): MonthEnd => ({ ...readBody(item, MonthEndBody), shape: shapeOf(item) });
