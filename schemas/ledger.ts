import * as z from 'zod';
import { monthInWords, pounds } from '#language/in-words.ts';
import { addMonths, FinancialYear, firstDayOf, type LocalDate, lastDayOf, type ReportMonth } from '#language/time.ts';
import { choice } from './choices.ts';

/*
 * How a finance ledger names what it speaks of: lines of the budget by their codes, and the periods of a financial year.
 */

/** What a finance ledger calls a line of the budget: a cost centre, a subjective or project code, or several joined. */
export const LedgerCode = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9./_-]{0,39}$/,
    'must be a code of the ledger: letters, digits and . / _ -, at most 40, without blanks',
  )
  .meta({ description: 'A code of the finance ledger', example: 'PRO-4100' });

/** Codes that differ in case alone are one. */
export const oneCode = (code: string): string => code.toUpperCase();

/** The last period of a ledger's year: twelve months, and up to four in which its accounts are closed. */
export const lastPeriod = 16;
const months = 12;

const yearIn = (id: string): string => id.slice(0, 7).replace('-', '/');

/** A period of a financial year as a ledger has it, `2025-26-p08`: p01 is April, p12 March, p13 to p16 close the accounts. */
export const LedgerPeriodId = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-\d{2}-p(?:0[1-9]|1[0-6])$/, {
    error: 'must be a period of a financial year written 2025-26-p08, from p01 (April) to p12 (March), or p13 to p16',
    abort: true,
  })
  .refine(
    (id) => FinancialYear.safeParse(yearIn(id)).success,
    'must be of a financial year whose second part follows the first, as in 2025-26-p08',
  )
  .meta({
    description: 'A period of a financial year: p01 is April, p12 March, p13 to p16 close the accounts',
    example: '2025-26-p08',
  });

export interface LedgerPeriodOf {
  readonly year: FinancialYear;
  readonly period: number;
}

/** The year and number of a period, from its id. */
export const periodOf = (id: string): LedgerPeriodOf => ({ year: yearIn(id), period: Number(id.slice(-2)) });

/** The month of a period; those that close the accounts come after it, the month after the year. */
const monthOfPeriod = ({ year, period }: LedgerPeriodOf): ReportMonth =>
  addMonths(`${year.slice(0, 4)}-04`, Math.min(period - 1, months));

/** The day on which a period begins; those that close the accounts, once the year has ended. */
export const firstDayOfPeriod = (period: LedgerPeriodOf): LocalDate => firstDayOf(monthOfPeriod(period));

/** The day by whose end a period says what is so; of those that close the accounts the last of the year. */
export const lastDayOfPeriod = ({ year, period }: LedgerPeriodOf): LocalDate =>
  lastDayOf(monthOfPeriod({ year, period: Math.min(period, months) }));

/** Whether a period says what is so of the whole year. */
export const holdsWholeYear = (id: string): boolean => periodOf(id).period >= months;

/** `November 2025`, or for the periods after March `the closing of 2025/26 (period 13)`. */
export const periodInWords = (id: string): string => {
  const of = periodOf(id);
  return of.period > months ? `the closing of ${of.year} (period ${of.period})` : monthInWords(monthOfPeriod(of));
};

/** What the ledger shows as saved less what is claimed: `£20,000 less than is claimed`. */
export const differenceInWords = (difference: number): string =>
  `${pounds(Math.abs(difference))} ${difference < 0 ? 'less' : 'more'} than is claimed`;

/** How what the ledger shows as saved on a line stands to what is claimed of it. */
export const LedgerState = choice({
  agrees: 'Agrees',
  differs: 'Differs',
  'not-claimed': 'Not claimed',
  'not-stated': 'Not stated',
  withheld: 'Withheld',
}).meta({
  description:
    'Whether what the ledger shows as saved is what is claimed, to the pound; `not-stated`: it shows nothing; `withheld`: of some claim it is withheld that it is of this line',
});
export type LedgerState = z.infer<typeof LedgerState>;
