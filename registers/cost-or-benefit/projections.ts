import * as z from 'zod';
import { FinancialYear, LocalDate } from '#language/time.ts';
import { Figure, Share, Total } from '#schemas/figures.ts';
import { Id } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { CostOrBenefitType, FundingSource, MoneyKind, Pounded } from './choices.ts';

export const Funded = z.object({ source: FundingSource, figure: Figure, words: z.string().optional() });

/** Why a cost or benefit is not held against the approved case. */
export const NotCompared = z.enum(['nothing-approved', 'case-not-approved', 'nothing-forecast', 'no-figure']);
export type NotCompared = z.infer<typeof NotCompared>;

/** What is of one kind may be added up: cost or benefit, for how long, whether aimed at, and whether partners' share is in it. */
export const SumOfKind = z.object({
  /** What it is called. */
  key: z.string(),
  type: CostOrBenefitType,
  kind: MoneyKind,
  overYears: z.int().nullable(),
  target: z.boolean(),
  withPartners: z.boolean(),
  entries: z.int(),
  /** Only figures of a case that is approved, or with a source of their own. */
  approved: Total,
  forecast: Total,
  actual: Total,
  /** Actual, else forecast, less approved, over the entries that have both. */
  variation: Pounded.extend({
    compared: z.int(),
    notCompared: z.array(z.object({ reason: NotCompared, count: z.int() })),
  }),
});
export type SumOfKind = z.infer<typeof SumOfKind>;

const Row = ReportSubject.extend({
  costOrBenefit: Id,
  costOrBenefitTitle: z.string(),
  type: CostOrBenefitType,
  kind: MoneyKind,
  overYears: z.int().nullable(),
  year: FinancialYear.nullable(),
  toYear: FinancialYear.nullable(),
  target: z.boolean(),
  partners: z.string().nullable(),
  approved: Figure,
  /** The title of the case that states it; null where the figure has a source of its own. */
  ofCase: z.string().nullable(),
  firstApproved: Pounded.nullable(),
  changesOfApproved: z.int(),
  /** By which change request, and by whom it was agreed; null where its first figure holds, or that of another case. */
  agreedBy: z.object({ change: Id, changeTitle: z.string(), body: z.string(), on: LocalDate }).nullable(),
  forecast: Figure,
  actual: Figure,
  /** Against what is approved now, and what was approved first where that is another figure; null where they cannot be compared. */
  variation: Pounded.nullable(),
  variationFromFirst: Pounded.nullable(),
  notCompared: NotCompared.nullable(),
  funding: z.array(Funded),
});

export const CostsAndBenefitsPart = z.object({
  total: z.int(),
  /** Counted reviews with a cost, and with a benefit, of which something is stated. */
  reviewsWithCost: Share,
  reviewsWithBenefit: Share,
  byKind: z.array(SumOfKind),
  byReview: listedOf(ReportSubject.extend({ sums: z.array(SumOfKind) })),
  funding: z.array(z.object({ source: FundingSource, entries: z.int(), figure: Total })),
  /** Costs of which no funding source is recorded. */
  costsWithoutFunding: z.int(),
  rows: listedOf(Row),
});
export type CostsAndBenefitsPart = z.infer<typeof CostsAndBenefitsPart>;
