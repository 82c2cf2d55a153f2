import * as z from 'zod';
import { endOfMonth, type Instant, ReportMonth } from '#language/time.ts';
import { ReviewPosition } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { digestOf } from '../digests/digest.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, readItem } from '../table/items.ts';
import { monthEndKey, type ProgrammeRef } from '../table/keys.ts';
import { Card } from './cards.ts';

/*
 * When something effective in a later month is told, the position before it is kept as the position at the month ends
 * in between; when something effective earlier is told after that, that position is void, and a report folds the
 * review's history instead.
 */

const MonthEnd = z.object({
  fromMonth: ReportMonth,
  toMonth: ReportMonth,
  position: ReviewPosition,
  recorded: Card.shape.recorded,
  valid: z.boolean(),
});
export type MonthEnd = z.infer<typeof MonthEnd>;

/** By which risk matrix a card's bands were judged. */
export const riskMatrixMark = (programme: Programme): string => digestOf(programme.riskMatrix).slice(0, 8);

/** A09: the position kept for the month ends before the latest change. */
export const readMonthEnd = async (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
): Promise<MonthEnd | undefined> => {
  const item = await readItem(table, monthEndKey(programmeRef, review));
  return item === undefined ? undefined : readBody(item, MonthEnd);
};

export const monthEndItem = (programmeRef: ProgrammeRef, review: string, monthEnd: MonthEnd): Item => ({
  ...itemKey(monthEndKey(programmeRef, review)),
  body: jsonBody(monthEnd),
});

/** The end of a month as cards are asked about it: worked out once for all of them. */
export interface MonthAsked {
  readonly month: ReportMonth;
  readonly end: Instant;
  /** By which risk matrix the bands of a card must have been judged. */
  readonly riskMatrix: string;
}
export const monthAsked = (month: ReportMonth, programme: Programme): MonthAsked => ({
  month,
  end: endOfMonth(month),
  riskMatrix: riskMatrixMark(programme),
});

/** The position of a review at a month's end if its card or kept position still says so; undefined: fold its history. */
export const positionAtEnd = async (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
  card: Card,
  { month, end, riskMatrix }: MonthAsked,
): Promise<{ position: ReviewPosition; recordedInMonth: number } | undefined> => {
  const recordedIn = (recorded: Card['recorded']): number => recorded.find((one) => one.month === month)?.count ?? 0;
  if (card.riskMatrix !== riskMatrix) return undefined;
  if (card.lastEffectiveAt <= end) return { position: card.position, recordedInMonth: recordedIn(card.recorded) };
  const kept = await readMonthEnd(table, programmeRef, review);
  return kept?.valid && kept.fromMonth <= month && month <= kept.toMonth
    ? { position: { ...kept.position, returns: card.position.returns }, recordedInMonth: recordedIn(kept.recorded) }
    : undefined;
};
