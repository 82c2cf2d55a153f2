import * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { addMonths, FinancialYear, LocalDate, lastDayOf, monthOfDate, ReportMonth } from '#language/time.ts';
import { choice } from './choices.ts';
import { words } from './ids.ts';

/** The seasons as the Met Office counts them, each of three whole months from March on. */
const Season = choice({ spring: 'Spring', summer: 'Summer', autumn: 'Autumn', winter: 'Winter' });
const firstMonthOf = { spring: '03', summer: '06', autumn: '09', winter: '12' } as const;
const ordinals = ['first', 'second', 'third', 'fourth'] as const;

const date = { kind: z.literal('date'), date: LocalDate };
const month = { kind: z.literal('month'), month: ReportMonth };
const months = { kind: z.literal('months'), from: ReportMonth, to: ReportMonth };
const season = {
  kind: z.literal('season'),
  season: Season,
  year: z.int().min(1900).max(2199).meta({ description: 'The year in which it begins, of a winter too' }),
};
const quarter = {
  kind: z.literal('quarter'),
  quarter: z.int().min(1).max(4).meta({ description: 'Of the financial year: the first is April to June' }),
  year: FinancialYear,
};
const financialYear = { kind: z.literal('financial-year'), year: FinancialYear };
const by = { kind: z.literal('by'), date: LocalDate };
const inWords = { kind: z.literal('words'), words: words(200) };
const toBeConfirmed = { kind: z.literal('to-be-confirmed'), reason: words(500) };
const notStated = { kind: z.literal('not-stated') };

const inOrder = ({ from, to }: { from: string; to: string }): boolean => from < to;
const inOrderFault = { path: ['to'], message: 'must be a later month than the first' };

/** What another paper says of the same date. */
const ConflictingDate = z
  .strictObject({
    value: z.discriminatedUnion('kind', [
      z.strictObject(date),
      z.strictObject(month),
      z.strictObject(months).refine(inOrder, inOrderFault),
      z.strictObject(season),
      z.strictObject(quarter),
      z.strictObject(financialYear),
      z.strictObject(by),
      z.strictObject(inWords),
      z.strictObject(toBeConfirmed),
    ]),
    source: words(500),
  })
  .meta({ id: 'ConflictingDate', description: 'What another paper says of the same date' });

const provenance = { source: words(500).optional(), conflicts: z.array(ConflictingDate).max(10).optional() };

/**
 * What a paper says of a date: a day, a month, one of some months, a season, a quarter, a financial year, "by" a day, a time in words, still to be
 * confirmed, or nothing; with its source, and what other papers say.
 */
export const DateStatement = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...date, ...provenance }),
    z.strictObject({ ...month, ...provenance }),
    z.strictObject({ ...months, ...provenance }).refine(inOrder, inOrderFault),
    z.strictObject({ ...season, ...provenance }),
    z.strictObject({ ...quarter, ...provenance }),
    z.strictObject({ ...financialYear, ...provenance }),
    z.strictObject({ ...by, ...provenance }),
    z.strictObject({ ...inWords, ...provenance }),
    z.strictObject({ ...toBeConfirmed, ...provenance }),
    z.strictObject(notStated),
  ])
  .meta({ id: 'DateStatement', description: 'What is stated of a date; "not-stated" says that the source gives none' });
export type DateStatement = z.infer<typeof DateStatement>;

type Quarter = Extract<DateStatement, { kind: 'quarter' }>;
const firstMonthOfQuarter = ({ quarter, year }: Quarter): ReportMonth =>
  addMonths(`${year.slice(0, 4)}-04`, 3 * (quarter - 1));

/** The months, the first and the last, that a statement stands for; null where it stands for a day or for none. */
const monthsMeant = (statement: DateStatement): readonly [first: ReportMonth, last: ReportMonth] | null => {
  switch (statement.kind) {
    case 'month':
      return [statement.month, statement.month];
    case 'months':
      return [statement.from, statement.to];
    case 'season': {
      const first = `${statement.year}-${firstMonthOf[statement.season]}`;
      return [first, addMonths(first, 2)];
    }
    case 'quarter':
      return [firstMonthOfQuarter(statement), addMonths(firstMonthOfQuarter(statement), 2)];
    case 'financial-year': {
      const first = `${statement.year.slice(0, 4)}-04`;
      return [first, addMonths(first, 11)];
    }
    default:
      return null;
  }
};

const seasonInWords = ({ season, year }: Extract<DateStatement, { kind: 'season' }>): string =>
  season === 'winter' ? `winter ${year}/${String((year + 1) % 100).padStart(2, '0')}` : `${season} ${year}`;

const monthsInWords = (from: ReportMonth, to: ReportMonth): string => {
  const first = from.slice(0, 4) === to.slice(0, 4) ? monthInWords(from).replace(/ \d{4}$/, '') : monthInWords(from);
  return addMonths(from, 1) === to ? `${first} or ${monthInWords(to)}` : `${first} to ${monthInWords(to)}`;
};

export const dateStatementInWords = (statement: DateStatement): string => {
  switch (statement.kind) {
    case 'date':
      return dateInWords(statement.date);
    case 'month':
      return monthInWords(statement.month);
    case 'months':
      return monthsInWords(statement.from, statement.to);
    case 'season':
      return seasonInWords(statement);
    case 'quarter':
      return `${ordinals[statement.quarter - 1]} quarter of ${statement.year}`;
    case 'financial-year':
      return statement.year;
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

/** The first day that a statement stands for; null where it names none, and of "by" a day. */
export const firstDayStated = (statement: DateStatement): LocalDate | null => {
  if (statement.kind === 'date') return statement.date;
  const meant = monthsMeant(statement);
  return meant === null ? null : `${meant[0]}-01`;
};

/** The last day that a statement stands for; null where it names none. */
export const lastDayStated = (statement: DateStatement): LocalDate | null => {
  if (statement.kind === 'date' || statement.kind === 'by') return statement.date;
  const meant = monthsMeant(statement);
  return meant === null ? null : lastDayOf(meant[1]);
};

/** Statements in the order of the first day or month that they stand for, "by" a day by that day; what has no date comes last. */
export const dateStatementKey = (statement: DateStatement): string => {
  if (statement.kind === 'date' || statement.kind === 'by') return statement.date;
  const first = firstDayStated(statement);
  return first === null ? '9999' : monthOfDate(first);
};

/** Whether the last day that a statement stands for is before a day; never where it names none. */
export const isPast = (statement: DateStatement, day: LocalDate): boolean => {
  const last = lastDayStated(statement);
  return last !== null && last < day;
};

/** Whether two statements can both hold: the more exact one lies within the other. Words agree with the same words alone. */
export const datesAgree = (one: DateStatement, other: DateStatement): boolean => {
  const [last, otherLast] = [lastDayStated(one), lastDayStated(other)];
  // Two last days are two, though each day before the one is before the other too.
  if (last === null || otherLast === null || (one.kind === 'by' && other.kind === 'by'))
    return dateStatementInWords(one) === dateStatementInWords(other);
  const [first, otherFirst] = [firstDayStated(one) ?? '', firstDayStated(other) ?? ''];
  return (first >= otherFirst && last <= otherLast) || (otherFirst >= first && otherLast <= last);
};
