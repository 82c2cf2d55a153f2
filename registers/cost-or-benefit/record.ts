import * as z from 'zod';
import { FinancialYear, Instant } from '#language/time.ts';
import { Figure } from '#schemas/figures.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { acrossPlain } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, movedBy, reference, source } from '../field-kinds.ts';
import { CostOrBenefitType, FundingSource, MoneyKind, Pounded } from './choices.ts';
import { CostsAndBenefitsPart, Funded } from './projections.ts';

const overYearsFault = 'must be a whole number of years from 2 to 60';
const notStated = { kind: 'not-stated' } as const;

const Funding = z.strictObject({
  source: FundingSource.meta({ title: 'Funding source', description: 'What the cost is paid from' }),
  figure: Figure.default(notStated).meta({ title: 'Figure', description: 'How much of the cost it pays' }),
  words: Sentence.optional().meta({
    title: 'In words',
    description: 'Which grant, reserve or partner, or what else it is',
  }),
});

/**
 * A cost or a benefit of a review or of the programme: what the approved case has of it, what is now forecast and what it
 * came to, each as it is stated. What other papers say of a figure is in its conflicts; none is merged into another.
 */
export const CostOrBenefit = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The cost or the benefit in a few words' }),
    type: CostOrBenefitType.meta({ title: 'Cost or benefit', description: 'Which of the two it is' }),
    kind: MoneyKind.meta({
      title: 'Kind',
      description: 'Whether the figure is for once, for each year, for several years together, or from a sale',
    }),
    overYears: z
      .int(numberFault(overYearsFault))
      .min(2, overYearsFault)
      .max(60, overYearsFault)
      .optional()
      .meta({ title: 'Over how many years', description: 'Only of a figure for several years together' }),
    year: FinancialYear.optional().meta({
      title: 'Financial year',
      description: 'The year that it falls in or, of several years, the first',
    }),
    toYear: FinancialYear.optional().meta({ title: 'To', description: 'The last year, where there are several' }),
    target: z.boolean().default(false).meta({
      title: 'A target',
      description: 'Whether it is what is aimed at, and no forecast: its total is kept apart',
    }),
    withPartners: Title.optional().meta({
      title: 'With partners',
      description: 'Whose share is in the figure as well as the council’s: its total is kept apart',
    }),
    case: reference('business-case').optional().meta({
      title: 'Business case',
      description: 'The case that the approved figure is of',
    }),
    approved: Figure.default(notStated).meta({
      title: 'Approved',
      description:
        'What the approved case has of it; left out where the case is named and states this cost, or benefit, in one figure',
    }),
    ...movedBy,
    forecast: Figure.default(notStated).meta({ title: 'Forecast', description: 'What is now expected' }),
    actual: Figure.default(notStated).meta({ title: 'Actual', description: 'What it came to, where that is known' }),
    funding: z
      .array(Funding)
      .max(10, 'must hold at most 10 sources')
      .default([])
      .meta({ title: 'Funding', description: 'What a cost is paid from' }),
    words: Narrative.optional().meta({ title: 'In words', description: 'How the paper puts it, or what it rests on' }),
    source,
    exempt,
  })
  .meta({ id: 'CostOrBenefit' });
export type CostOrBenefit = z.infer<typeof CostOrBenefit>;

/** What was approved, in whole pounds alone: its words stay with the record, which may withhold them. */
const Approved = z.object({
  case: Id.optional().meta({ description: 'The case that was named with it' }),
  pounds: Pounded.nullable().meta({ description: 'Null where the case states the figure, or it is not in pounds' }),
});

const ApprovedMove = z.object({
  at: Instant.meta({ description: 'From when it is so' }),
  from: Approved.nullable().meta({ description: 'What was approved before' }),
  to: Approved.nullable().meta({ description: 'What is approved after; null where nothing is' }),
  changeRequest: Id.optional().meta({ description: 'The change request by which it moved' }),
  programmeChangeRequest: Id.optional().meta({ description: 'The same, where it is one of the programme' }),
});

export const CostOrBenefitFacts = z
  .object({
    firstApproved: Approved.nullable().meta({ description: 'What was approved first; null while nothing is' }),
    changesOfApproved: z.int().meta({ description: 'How often another figure was approved since' }),
    moves: z
      .array(ApprovedMove)
      .default([])
      .meta({ description: 'Each of these, oldest first: by a change request, or with another version of the case' }),
  })
  .meta({ id: 'CostOrBenefitFacts' });
export type CostOrBenefitFacts = z.infer<typeof CostOrBenefitFacts>;

const of = CostOrBenefit.shape;
export const CostsAndBenefitsSection = z.array(
  z.object({
    ...{ id: Id, title: z.string(), type: of.type, kind: of.kind, overYears: z.int().optional() },
    ...{ year: FinancialYear.optional(), toYear: FinancialYear.optional(), target: z.boolean() },
    ...{ withPartners: z.string().optional(), case: Id.optional() },
    ...{ approved: Figure, forecast: Figure, actual: Figure, funding: z.array(Funded) },
    ...CostOrBenefitFacts.shape,
  }),
);
export type CostsAndBenefitsSection = z.infer<typeof CostsAndBenefitsSection>;

export const costOrBenefit = declareRegister({
  kind: 'cost-or-benefit',
  path: 'costs-and-benefits',
  noun: 'cost or benefit',
  purpose:
    'What a review costs and brings: as its approved case has it, as it is now forecast and as it came out, and what costs are paid from.',
  scopes: ['review', 'programme'],
  writers: [...team, 'finance'],
  record: CostOrBenefit,
  facts: CostOrBenefitFacts,
  columns: ['title', 'type', 'kind', 'year', 'approved', 'forecast', 'actual'],
  entryName: ({ title }) => `the cost or benefit "${title}"`,
  position: section('costsAndBenefits', CostsAndBenefitsSection, []),
  across: acrossPlain(CostsAndBenefitsSection, ({ title }) => title),
  report: reportPart('costsAndBenefits', CostsAndBenefitsPart, 'rules-2'),
  example: {
    title: 'Moving out of four buildings',
    type: 'cost',
    kind: 'one-off',
    year: '2026/27',
    approved: { kind: 'amount', pounds: 1_200_000, source: 'Full business case 2.0' },
    forecast: { kind: 'about', pounds: 1_300_000, source: 'Programme board, January 2026' },
    funding: [
      { source: 'transformation-fund', figure: { kind: 'amount', pounds: 800_000 } },
      { source: 'capital-receipts-flexibility', words: 'From the sale of Elm House' },
    ],
  },
  exampleId: 'moving-out',
});
