import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { ledgerPeriod } from '#registers/ledger-period/record.ts';
import { Id, KnownId } from '../ids.ts';
import { LedgerCode, LedgerPeriodId, LedgerState } from '../ledger.ts';
import { everyRole } from '../people.ts';
import { json, pageOf } from './answer-parts.ts';
import type { Operation } from './operation.ts';
import { reading } from './problem-lists.ts';
import { registerTag } from './register-schemas.ts';
import { paging, programmeParams, programmePath, viewQuery } from './request-parts.ts';

/** What the ledger says of a budget line in a year, beside what is claimed and validated. */
export const LedgerFigure = z
  .object({
    year: FinancialYear,
    code: LedgerCode,
    budgetLine: z.object({ id: KnownId, title: z.string() }),
    budget: z.int().nullable().meta({ description: 'Its net budget; null where none is stated' }),
    period: LedgerPeriodId.meta({ description: 'The last period of the year that names the code' }),
    actual: z.int().meta({ description: 'Net spending in the year up to the end of that period' }),
    saved: z
      .int()
      .nullable()
      .meta({ description: 'What the ledger shows as saved by then; null where it shows nothing' }),
    claimed: z.int().nullable().meta({ description: 'What is claimed of the line in all; null where nothing is' }),
    validated: z.int().nullable().meta({ description: 'What finance has validated of that; null where nothing is' }),
    difference: z.int().nullable().meta({
      description: 'What the ledger shows as saved less what is claimed; null where one of them is not stated',
    }),
    state: LedgerState,
    claims: z
      .array(
        z.object({
          review: z.object({ id: KnownId, title: z.string() }),
          saving: z.object({ id: KnownId, title: z.string() }),
          claimed: z.int().nullable(),
          validated: z.int().nullable(),
        }),
      )
      .meta({ description: 'The savings lines that come from the budget line and have the year' }),
  })
  .meta({ id: 'LedgerFigure' });

export const listLedgerFiguresOperation = {
  id: 'listLedgerFigures',
  method: 'GET',
  path: `${programmePath}/ledger-figures`,
  tag: registerTag(ledgerPeriod),
  summary:
    'What the ledger says of budget lines by year, beside what savings lines claim of them and finance has validated',
  host: 'queries',
  useCase: 'list-ledger-figures',
  costly: true,
  roles: everyRole,
  params: programmeParams,
  query: z.strictObject({
    ...paging,
    year: FinancialYear.optional().meta({ description: 'Of this financial year alone' }),
    review: Id.optional().meta({ description: 'Of budget lines from which this review saves' }),
    toValidate: z
      .literal('true')
      .optional()
      .meta({ description: 'Of which something that is claimed waits for finance' }),
    state: LedgerState.optional().meta({ description: 'Those alone that stand so' }),
    ...viewQuery.shape,
  }),
  success: { status: 200, schema: pageOf(LedgerFigure).meta({ id: 'LedgerFigures' }), mediaTypes: json },
  problems: [...reading, 'programme.unknown'],
} as const satisfies Operation;
