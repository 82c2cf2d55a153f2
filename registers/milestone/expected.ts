import { dateInWords } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import { type DateStatement, dateStatementInWords } from '#schemas/date-statement.ts';
import type { MilestonesSection } from './record.ts';

export type Milestone = MilestonesSection[number];

/** The day on which a milestone is expected: its forecast, else its baseline. */
export const expectedOn = ({ forecast, baseline, forecastStated }: Milestone): LocalDate | undefined =>
  // A forecast in words has taken the place of the baseline, and names no day.
  forecast ?? (forecastStated === undefined ? baseline : undefined);

/** What is stated of that day, where it is no day itself. */
export const expectedStated = ({
  forecast,
  forecastStated,
  baselineStated,
}: Milestone): Exclude<DateStatement, { kind: 'date' }> | undefined => {
  const stated = forecastStated ?? (forecast === undefined ? baselineStated : undefined);
  return stated === undefined || stated.kind === 'date' ? undefined : stated;
};

/** When it is due, in words: `on 31 March 2014`, `spring 2014`. */
export const dueInWords = (milestone: Milestone): string => {
  const stated = expectedStated(milestone);
  if (stated !== undefined) return dateStatementInWords(stated);
  const day = expectedOn(milestone);
  return day === undefined ? 'on a day that is not stated' : `on ${dateInWords(day)}`;
};

/** Neither done nor missed nor handed to another owner. */
export const isOutstanding = (milestone: Milestone): boolean =>
  milestone.actual === undefined && !milestone.missed && milestone.movedTo === undefined;
