import * as z from 'zod';
import facts from './paper.json' with { type: 'json' };

const Amount = z.object({ pounds: z.int() });
const AmountOfYear = z.object({ financial_year: z.string(), pounds: z.int() });
const Between = z.object({ low: z.int(), high: z.int() });

const PaperReview = z.object({
  title: z.string(),
  services: z.array(z.string()),
  preferred_options: z.array(z.string()),
  preferred_option_scope: z.array(z.string().nullable()),
  delivery_model: z.string().nullable(),
  alternatives_not_recommended: z.array(z.string()),
  alternatives_rejected_only_at_this_stage: z.boolean(),
  market_maturity: z.string().nullable(),
  paragraphs: z.string(),
});
export type PaperReview = z.infer<typeof PaperReview>;

/** The facts of Kent County Council's outturn report of 15 May 2014 that this example records. */
export const paper = z
  .object({
    programme: z.object({
      name: z.string(),
      phase: z.string(),
      council: z.string(),
      outputs_due: z.string(),
      reported: z.string(),
      services: z.array(z.string()),
      market_engagement: z.object({ responses: z.int(), companies: z.int(), invited_in: z.int() }),
      finance: z.object({
        gross_expenditure_of_the_12_services_2014_15: Amount,
        net_budget_of_the_12_services_2014_15: Amount,
        savings_required: z.array(z.object({ financial_year: z.string(), pounds: z.int().nullable() })),
        yet_to_be_identified: z.array(AmountOfYear),
        yet_to_be_identified_in_another_paper_of_the_same_meeting: z.array(AmountOfYear),
        savings_of_these_services_2014_15: Amount,
        already_in_the_mtfp_for_these_services_2015_16_and_2016_17: Amount,
        already_identified_in_the_mtfp_2014_17: Amount,
        first_expectation_of_phase_1: Between,
        expected_revenue_savings: Between.extend({ period_years: z.int() }),
        expected_average_a_year: Between,
      }),
    }),
    reviews: z.array(PaperReview),
  })
  .parse(facts);

const title =
  'Kent County Council, Facing the Challenge: Phase 1 Service Review and Market Engagement Outturn Report, 15 May 2014';

/** Where a fact is printed. */
export const source = (where?: string): string => (where === undefined ? title : `${title}, ${where}`);

/** A fact of the paper that is undated was true at the latest when Phase 1 ended. */
export const phaseEnd = paper.programme.outputs_due;
