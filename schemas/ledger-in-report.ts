import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { Id } from './ids.ts';
import { LedgerCode, LedgerPeriodId, LedgerState } from './ledger.ts';
import { listedOf, ReportSubject } from './row-lists.ts';

/*
 * What the finance ledger shows as saved, as a report has it: a third figure beside claim and validation, and in no total
 * (docs/meaning.md SAVINGS-33).
 */

/** Whole pounds, and of how many lines; null where none states any: that is not nought. */
const Sum = z.object({ pounds: z.int().nullable(), stated: z.int() });

const LedgerRow = z.object({
  budgetLine: Id,
  budgetLineTitle: z.string(),
  code: LedgerCode,
  /** Of the savings lines below; null where nothing is. */
  claimed: z.int().nullable(),
  validated: z.int().nullable(),
  /** What the ledger shows as saved; null where it shows nothing. */
  saved: z.int().nullable(),
  /** The last period of the year that names the line. */
  period: LedgerPeriodId,
  /** What is shown as saved less what is claimed; null where one of them is not stated, or something is withheld. */
  difference: z.int().nullable(),
  state: LedgerState,
  claims: z.array(ReportSubject.extend({ saving: z.string() })),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

export const LedgerOfYear = z
  .object({
    year: FinancialYear,
    /** The latest one of the year that was recorded by the end of the month. */
    period: LedgerPeriodId,
    sentence: z.string(),
    /** Budget lines that the ledger names, what differs first. */
    lines: listedOf(LedgerRow),
    /** Of how many of them the ledger shows what is claimed, and of how many something else. */
    agrees: z.int(),
    differs: z.int(),
    /** Shown as saved, of so many budget lines. */
    saved: Sum,
    /** Of that what nobody claims. */
    notClaimed: Sum,
    /** Claimed and validated by so many savings lines, with a figure of the ledger beside it. */
    claimed: Sum,
    validated: Sum,
    /** Claimed, and the ledger names the budget line and shows no saving. */
    notShown: Sum,
    /** Claimed, and the ledger names no such budget line. */
    notInLedger: Sum,
    /** Claimed, and it is withheld of which budget line; absent where nothing is. */
    withheld: Sum.optional(),
  })
  .meta({
    id: 'LedgerBesideClaims',
    description:
      'What the finance ledger shows as saved in a financial year beside what is claimed and validated; in no total',
  });
export type LedgerOfYear = z.infer<typeof LedgerOfYear>;
