import * as z from 'zod';
import type { FinancialYear } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';

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

/** The code of a budget line of a year, as it is stored; undefined of any other, of one without a code, and of one that is struck out. */
export const codeOfYear = ({ record, struckOut }: RecordState, year: FinancialYear): string | undefined =>
  struckOut === null && record.year === year && typeof record.code === 'string' ? oneCode(record.code) : undefined;
