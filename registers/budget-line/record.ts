import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { SignedPounds } from '#schemas/figures.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { LedgerCode } from '#schemas/ledger.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { acrossPlain } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, reference, source, wordOf } from '../field-kinds.ts';
import { Printed } from '../stated-measure/record.ts';

const LineKind = choice({ line: 'A line', total: 'A total of lines' });

const Driver = choice({
  volume: 'Volume',
  price: 'Price',
  mix: 'Mix',
  demography: 'Demography',
  complexity: 'Complexity',
  inflation: 'Inflation',
  other: 'Other',
});
const CostDriver = z.strictObject({
  driver: Driver.meta({ title: 'Driver', description: 'What drives the cost' }),
  words: Sentence.optional().meta({ title: 'In words', description: 'What that is here' }),
  percent: Printed.meta({
    title: 'Share',
    description: 'Its percentage as it is printed, as 33.3; below zero where it lowers the cost',
  }),
});

/** A line of the budget of a financial year and its forecast variance, whole pounds; below zero is an underspend. */
export const BudgetLine = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The line as the budget names it' }),
    kind: LineKind.default('line').meta({
      title: 'Kind',
      description: 'Whether it is a line itself, or a total that the paper prints of others',
    }),
    year: FinancialYear.meta({ title: 'Financial year', description: 'The year of the budget' }),
    code: LedgerCode.optional().meta({
      title: 'Code in the ledger',
      description: 'What the finance ledger calls it: by this its actuals are matched',
    }),
    directorate: wordOf('directorates', Id)
      .optional()
      .meta({ title: 'Directorate', description: 'The directorate that holds it' }),
    budget: SignedPounds.optional().meta({ title: 'Net budget', description: 'What may be spent, in whole pounds' }),
    variance: SignedPounds.optional().meta({
      title: 'Forecast variance',
      description: 'What is expected to be spent beyond the budget; below zero is an underspend',
    }),
    adjustment: z
      .strictObject({
        pounds: SignedPounds.meta({ title: 'Pounds', description: 'What is added to the variance, or taken from it' }),
        reason: Sentence.meta({ title: 'Reason', description: 'Why it is adjusted' }),
      })
      .optional()
      .meta({ title: 'Adjustment', description: 'What the reporting body changes in the variance, and why' }),
    revised: SignedPounds.optional().meta({
      title: 'Revised variance, as printed',
      description: 'What the paper prints; the variance with its adjustment is worked out and checked against it',
    }),
    lastReported: SignedPounds.optional().meta({
      title: 'Variance last reported',
      description: 'The revised variance of the report before',
    }),
    movement: SignedPounds.optional().meta({
      title: 'Movement, as printed',
      description: 'What the paper prints; the revised variance less the one last reported is checked against it',
    }),
    of: z
      .array(reference('budget-line'))
      .max(100, 'must name at most 100 lines')
      .default([])
      .meta({ title: 'Lines', description: 'Of a total: the lines that it adds up' }),
    drivers: z
      .array(CostDriver)
      .max(20, 'must hold at most 20 entries')
      .optional()
      .meta({ title: 'Cost drivers', description: 'What drives the cost, each with its share; the shares make 100' }),
    commentary: Narrative.optional().meta({ title: 'Commentary', description: 'What explains the variance' }),
    source,
    exempt,
  })
  .meta({ id: 'BudgetLine' });
export type BudgetLine = z.infer<typeof BudgetLine>;

const Worked = z
  .object({
    revised: z.int().nullable().meta({
      description:
        'The variance with its adjustment, in whole pounds; null where it cannot be worked out from what is stated',
    }),
    movement: z
      .int()
      .nullable()
      .meta({ description: 'The revised variance less the one last reported; null where one of them is not stated' }),
  })
  .meta({ id: 'WorkedVariance' });

export const BudgetLinesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    kind: LineKind,
    year: FinancialYear,
    code: LedgerCode.optional(),
    directorate: Id.optional(),
    budget: z.int().optional(),
    variance: z.int().optional(),
    adjustment: z.object({ pounds: z.int(), reason: z.string() }).optional(),
    revised: z.int().optional(),
    lastReported: z.int().optional(),
    movement: z.int().optional(),
    of: z.array(Id),
    drivers: z.array(z.object({ driver: Driver, words: z.string().optional(), percent: z.string() })).optional(),
  }),
);
export type BudgetLinesSection = z.infer<typeof BudgetLinesSection>;

/** A sum in whole pounds and how many lines state it; null where none does. */
const Sum = z.object({ pounds: z.int().nullable(), stated: z.int() });

const BudgetLinesPart = z.object({
  years: z.array(
    z.object({
      year: FinancialYear,
      /** Lines, totals left out: the sums below are of so many. */
      lines: z.int(),
      budget: Sum,
      variance: Sum,
      adjustment: Sum,
      revised: Sum,
      movement: Sum,
    }),
  ),
  rows: listedOf(
    ReportSubject.extend({
      budgetLine: Id,
      budgetLineTitle: z.string(),
      kind: LineKind,
      year: FinancialYear,
      budget: z.int().nullable(),
      variance: z.int().nullable(),
      adjustment: z.int().nullable(),
      adjustmentReason: z.string().nullable(),
      revised: z.int().nullable(),
      lastReported: z.int().nullable(),
      movement: z.int().nullable(),
    }),
  ),
  /** What drives the cost of lines, by the shares that papers print; absent where no line says. */
  drivers: listedOf(
    ReportSubject.extend({
      budgetLine: Id,
      budgetLineTitle: z.string(),
      year: FinancialYear,
      driver: Driver,
      words: z.string().nullable(),
      percent: z.string(),
    }),
  ).optional(),
});
export type BudgetLinesPart = z.infer<typeof BudgetLinesPart>;

export const budgetLine = declareRegister({
  kind: 'budget-line',
  purpose: 'Lines of the budget with their forecast variance, what is adjusted in it, and how it moved.',
  scopes: ['review', 'programme'],
  writers: [...team, 'finance'],
  record: BudgetLine,
  computed: Worked,
  columns: ['title', 'year', 'directorate', 'budget', 'variance', 'lastReported'],
  entryName: ({ title }) => `the budget line "${title}"`,
  position: section('budgetLines', BudgetLinesSection, []),
  across: acrossPlain(BudgetLinesSection, ({ title }) => title),
  report: reportPart('budgetLines', BudgetLinesPart, 'rules-2'),
  example: {
    title: 'Property running costs',
    year: '2025/26',
    code: 'PRO-4100',
    budget: 4_200_000,
    variance: 310_000,
    adjustment: { pounds: -60_000, reason: 'A rent review is settled later than the forecast assumes.' },
    lastReported: 275_000,
  },
  exampleId: 'property-running-costs',
});
