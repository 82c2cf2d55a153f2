import * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { LocalDate, lastDayOf, ReportMonth } from '#language/time.ts';
import { words } from './ids.ts';

/** What a paper says of a date: the day, a month, "by" a day, a time in words, still to be confirmed, or nothing. */
export const DateStatement = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), date: LocalDate }),
    z.strictObject({ kind: z.literal('month'), month: ReportMonth }),
    z.strictObject({ kind: z.literal('by'), date: LocalDate }),
    z.strictObject({ kind: z.literal('words'), words: words(200) }),
    z.strictObject({ kind: z.literal('to-be-confirmed'), reason: words(500) }),
    z.strictObject({ kind: z.literal('not-stated') }),
  ])
  .meta({ id: 'DateStatement', description: 'What is stated of a date; "not-stated" says that the source gives none' });
export type DateStatement = z.infer<typeof DateStatement>;

export const dateStatementInWords = (statement: DateStatement): string => {
  switch (statement.kind) {
    case 'date':
      return dateInWords(statement.date);
    case 'month':
      return monthInWords(statement.month);
    case 'by':
      return `by ${dateInWords(statement.date)}`;
    case 'words':
      return statement.words;
    case 'to-be-confirmed':
      return `to be confirmed (${statement.reason})`;
    case 'not-stated':
      return 'not stated';
  }
};

/** Days and months in their order; what has no date comes last. */
export const dateStatementKey = (statement: DateStatement): string => {
  switch (statement.kind) {
    case 'date':
    case 'by':
      return statement.date;
    case 'month':
      return statement.month;
    case 'words':
    case 'to-be-confirmed':
    case 'not-stated':
      return '9999';
  }
};

/** The last day that a statement stands for; null where it names none. */
export const lastDayStated = (statement: DateStatement): LocalDate | null => {
  switch (statement.kind) {
    case 'date':
    case 'by':
      return statement.date;
    case 'month':
      return lastDayOf(statement.month);
    case 'words':
    case 'to-be-confirmed':
    case 'not-stated':
      return null;
  }
};

/** Whether the last day that a statement stands for is before a day; never where it names none. */
export const isPast = (statement: DateStatement, day: LocalDate): boolean => {
  const last = lastDayStated(statement);
  return last !== null && last < day;
};
