import * as z from 'zod';
import { FinancialYear, Instant } from '#language/time.ts';
import { SignedPounds } from '#schemas/figures.ts';
import { Sentence, Subject } from '#schemas/ids.ts';
import { LedgerCode, LedgerPeriodId, lastPeriod } from '#schemas/ledger.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { declareRegister, section } from '../declaration.ts';
import { exempt, source } from '../field-kinds.ts';

/** Of a record of 200 KB some three thousand lines have room. */
export const mostLedgerLines = 2_000;
/** So many of the lines that a sending changed are named; the history has all. */
export const mostChangesNamed = 100;

export const LedgerLine = z.strictObject({
  code: LedgerCode.meta({
    title: 'Code',
    description: "The code of a budget line of the programme's own in that year",
  }),
  actual: SignedPounds.meta({
    title: 'Actual',
    description: 'Net spending in the year up to the end of the period, in whole pounds; below zero is net income',
  }),
  saved: SignedPounds.optional().meta({
    title: 'Saved',
    description: 'What the ledger shows as saved on the line in the year up to then; left out where it shows nothing',
  }),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** What the ledger says of a programme's budget lines in a financial year up to the end of a period. The period is its id. */
export const LedgerPeriod = z
  .strictObject({
    lines: z.array(LedgerLine).max(mostLedgerLines, `must hold at most ${mostLedgerLines} entries`).meta({
      title: 'Lines',
      description: 'What the ledger says, by its codes; a code that is left out is not stated',
    }),
    total: SignedPounds.optional().meta({
      title: 'Control total',
      description: "The ledger's own total of the actuals: where the lines come to another, nothing is recorded",
    }),
    note: Sentence.optional().meta({
      title: 'Note',
      description: 'What is to be known of the period, such as what is not posted yet',
    }),
    source,
    exempt,
  })
  .meta({ id: 'LedgerPeriod' });
export type LedgerPeriod = z.infer<typeof LedgerPeriod>;

const Amounts = LedgerLine.pick({ actual: true, saved: true });
const ChangedLine = z.object({
  code: z.string().meta({ description: 'The code of the line' }),
  before: Amounts.nullable().meta({ description: 'What it said before; null where it was not there' }),
  after: Amounts.nullable().meta({ description: 'What it says now; null where it is not there any more' }),
});
export type ChangedLine = z.infer<typeof ChangedLine>;

export const LedgerPeriodFacts = z
  .object({
    year: FinancialYear.meta({ description: 'The financial year of the period' }),
    period: z
      .int(numberFault('must be a whole number'))
      .min(1)
      .max(lastPeriod)
      .meta({ description: 'Its number: 1 is April, 12 March, 13 to 16 close the accounts' }),
    corrected: z
      .object({
        at: Instant.meta({ description: 'From when it says otherwise' }),
        by: Subject.meta({ description: 'Who sent it' }),
        count: z.int().meta({ description: 'How many lines it changed' }),
        lines: z
          .array(ChangedLine)
          .meta({ description: `The first ${mostChangesNamed} of them; the history of the period has all` }),
      })
      .optional()
      .meta({ description: 'What the last sending changed of the lines that were there; absent where none did' }),
  })
  .meta({ id: 'LedgerPeriodFacts' });
export type LedgerPeriodFacts = z.infer<typeof LedgerPeriodFacts>;

/** What each period says, for reports. */
const LedgerPeriodsSection = z.array(z.object({ id: LedgerPeriodId, lines: z.array(LedgerLine) }));

export const ledgerPeriod = declareRegister({
  kind: 'ledger-period',
  purpose: 'What the finance ledger says of budget lines in a financial year, period by period.',
  scopes: ['programme'],
  writers: ['finance', 'ledger'],
  id: LedgerPeriodId,
  statedWhole: true,
  record: LedgerPeriod,
  facts: LedgerPeriodFacts,
  columns: ['lines', 'total', 'note'],
  entryName: (_, id) => `the ledger period ${id}`,
  position: section('ledgerPeriods', LedgerPeriodsSection, []),
  example: {
    lines: [{ code: 'PRO-4100', actual: 3_480_000, saved: 350_000 }],
    total: 3_480_000,
    note: 'Before the recharges of the third quarter.',
  },
  exampleId: '2025-26-p09',
});
