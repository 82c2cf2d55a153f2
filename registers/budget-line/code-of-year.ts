import type { FinancialYear } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import { oneCode } from '#schemas/ledger.ts';

/** The code of a budget line of a year, as it is stored; undefined of any other, of one without a code, and of one that is struck out. */
export const codeOfYear = ({ record, struckOut }: RecordState, year: FinancialYear): string | undefined =>
  struckOut === null && record.year === year && typeof record.code === 'string' ? oneCode(record.code) : undefined;
