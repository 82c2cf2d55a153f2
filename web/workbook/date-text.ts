import { dateInWords, monthInWords } from '#language/in-words.ts';
import { LocalDate, monthOfDate, ReportMonth } from '#language/time.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { dateStatementInBoxes } from '../forms/date-statement-boxes.ts';
import type { Read } from '../forms/day.ts';
import { dayInBoxes, dayOf } from '../forms/day.ts';
import type { FormValues } from '../forms/form-values.ts';

/*
 * Days and months as they are written in one cell. The day comes before the month, as in "3/4/2026": the third of April.
 */

const notADay = 'must be a real date, like 31 March 2026 or 31/3/2026';

/** A day as people type it. */
export const dayOfText = (text: string): Read<LocalDate> => {
  const plain = text.trim();
  if (plain === '') return { kind: 'empty' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const parts =
    iso === null ? /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+([A-Za-z]+|\d{1,2})[\s./,-]+(\d{2}|\d{4})$/.exec(plain) : null;
  const [day, month, year] = iso === null ? (parts?.slice(1) ?? []) : [iso[3], iso[2], iso[1]];
  if (day === undefined || month === undefined || year === undefined) return { kind: 'fault', message: notADay };
  const read = dayOf({ 'd/day': day, 'd/month': month, 'd/year': year }, 'd');
  return read.kind === 'value' ? read : { kind: 'fault', message: notADay };
};

const names = /^([A-Za-z]{3,9})[\s-]+(\d{2}|\d{4})$/;

/** A month as people type it: `March 2026`, `Mar-26`, `2026-03`, `03/2026`. */
export const monthOfText = (text: string): ReportMonth | undefined => {
  const plain = text.trim();
  const iso = ReportMonth.safeParse(plain);
  if (iso.success) return iso.data;
  const named = names.exec(plain);
  const numbered = /^(\d{1,2})\s*\/\s*(\d{4})$/.exec(plain);
  const [, month, year] = named ?? numbered ?? [];
  if (month === undefined || year === undefined) return undefined;
  const read = dayOf({ 'd/day': '1', 'd/month': month, 'd/year': year }, 'd');
  return read.kind === 'value' ? monthOfDate(read.value) : undefined;
};

/** A date as it is stated, in words that `dateStatementBoxesOf` reads as the same. */
export const dateStatementText = (stated: DateStatement): string => {
  switch (stated.kind) {
    case 'date':
      return dateInWords(stated.date);
    case 'by':
      return `by ${dateInWords(stated.date)}`;
    case 'month':
      return monthInWords(stated.month);
    case 'months':
      return `${monthInWords(stated.from)} to ${monthInWords(stated.to)}`;
    case 'season':
      return `${stated.season} ${stated.year}`;
    case 'quarter':
      return `Q${stated.quarter} ${stated.year}`;
    case 'financial-year':
      return stated.year;
    case 'to-be-confirmed':
      return `to be confirmed: ${stated.reason}`;
    case 'not-stated':
      return 'not stated';
    case 'words':
      return `words: ${stated.words}`;
  }
};

const statementOf = (text: string): unknown => {
  const plain = text.trim();
  const found = (pattern: RegExp): readonly string[] | undefined => pattern.exec(plain)?.slice(1);
  const day = dayOfText(plain);
  if (day.kind === 'value') return { kind: 'date', date: day.value };
  const month = monthOfText(plain);
  if (month !== undefined) return { kind: 'month', month };
  const [by] = found(/^by (?:the end of )?(.+)$/i) ?? [];
  if (by !== undefined) {
    const date = dayOfText(by);
    if (date.kind === 'value') return { kind: 'by', date: date.value };
  }
  const [from, to] = found(/^(.+?)\s+to\s+(.+)$/i) ?? [];
  if (from !== undefined && to !== undefined && monthOfText(from) !== undefined && monthOfText(to) !== undefined)
    return { kind: 'months', from: monthOfText(from), to: monthOfText(to) };
  const [season, of] = found(/^(spring|summer|autumn|winter) (\d{4})$/i) ?? [];
  if (season !== undefined) return { kind: 'season', season: season.toLowerCase(), year: Number(of) };
  const [quarter, year] = found(/^q(?:uarter )?([1-4])[ ,]+(\d{4}\/\d{2})$/i) ?? [];
  if (quarter !== undefined) return { kind: 'quarter', quarter: Number(quarter), year };
  const [financialYear] = found(/^(\d{4}\/\d{2})$/) ?? [];
  if (financialYear !== undefined) return { kind: 'financial-year', year: financialYear };
  const [reason] = found(/^(?:to be confirmed|tbc)\s*[:;,-]\s*(.+)$/is) ?? [];
  if (reason !== undefined) return { kind: 'to-be-confirmed', reason };
  if (/^not stated$/i.test(plain)) return { kind: 'not-stated' };
  const [words] = found(/^words\s*:\s*(.+)$/is) ?? [];
  return words === undefined ? undefined : { kind: 'words', words };
};

/** The boxes of a date as it is stated in a cell, or what is wrong. */
export const dateStatementBoxesOf = (name: string, text: string): { boxes: FormValues } | { fault: string } => {
  const stated = DateStatement.safeParse(statementOf(text));
  return stated.success
    ? { boxes: dateStatementInBoxes(name, stated.data) }
    : {
        fault:
          'must be a date as people state it, like 31 March 2026, by 31 March 2026, March 2026, Q2 2026/27, 2026/27, spring 2026, TBC: why, not stated, or words: and when',
      };
};

export const boxesOfDay = (name: string, day: string): FormValues => dayInBoxes(name, LocalDate.parse(day));
