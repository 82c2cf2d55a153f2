import * as z from 'zod';
import { FinancialYear, Instant, LocalDate } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { FigureOrPounds, Pounds, SignedPounds } from '#schemas/figures.ts';
import { Id, keptWords, Narrative, Sentence, Subject, Title } from '#schemas/ids.ts';

export const SavingClass = z
  .enum(['cash-releasing', 'non-cash-releasing', 'cost-avoidance', 'income'])
  .meta({ id: 'SavingClass' });
export type SavingClass = z.infer<typeof SavingClass>;
export const SavingMechanism = z
  .enum(['transformation', 'efficiency', 'service-reduction', 'council-tax', 'financing'])
  .meta({ id: 'SavingMechanism' });
export type SavingMechanism = z.infer<typeof SavingMechanism>;
export const Firmness = z.enum(['indicative', 'business-case', 'agreed', 'delivered']).meta({ id: 'Firmness' });
export type Firmness = z.infer<typeof Firmness>;
/** The parts of a plan by value; what is in none of them is "not assessed". */
export const SavingState = z.enum(['delivered', 'onTrack', 'atRisk', 'unachievable', 'notAssessed']);
export type SavingState = z.infer<typeof SavingState>;

/**
 * One year of a savings line, whole pounds, positive = saving. For a recurring saving the amount is the reduction
 * first taking effect in that year. `states` split the plan: delivered / on track / at risk / unachievable.
 */
export const SavingYear = z
  .strictObject({
    year: FinancialYear,
    plan: FigureOrPounds,
    forecast: FigureOrPounds.optional(),
    claimedActual: SignedPounds.optional(),
    states: z
      .strictObject({
        delivered: Pounds.default(0),
        onTrack: Pounds.default(0),
        atRisk: Pounds.default(0),
        unachievable: Pounds.default(0),
      })
      .optional(),
    alreadyInMtfp: FigureOrPounds.optional().meta({
      description: 'The share of this line that the medium-term financial plan already holds',
    }),
  })
  .meta({ id: 'SavingYear' });
export type SavingYear = z.infer<typeof SavingYear>;

/** A line of a review's savings profile. */
export const Saving = z
  .strictObject({
    title: Title,
    class: SavingClass,
    mechanism: SavingMechanism,
    recurrence: z.enum(['recurring', 'one-off']),
    firmness: Firmness,
    budgetLine: Title.optional(),
    contract: Title.optional(),
    claimedBy: Title.optional(),
    milestone: Id.optional(),
    substituteFor: Id.optional(),
    doubleCountJustification: Narrative.optional(),
    years: z
      .array(SavingYear)
      .min(1, 'must have at least one year')
      .max(30)
      .refine(
        (years) => years.every((one, n) => n === 0 || one.year > (years[n - 1]?.year ?? '')),
        'must list its financial years once each, in order',
      ),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .meta({ id: 'Saving' });
export type Saving = z.infer<typeof Saving>;

/** Finance validates what was claimed; the claim itself stays as it is. */
export const ValidateSaving = z
  .strictObject({ year: FinancialYear, pounds: SignedPounds, on: LocalDate, note: Sentence.optional() })
  .meta({ id: 'ValidateSaving' });
export type ValidateSaving = z.infer<typeof ValidateSaving>;

export const SavingFacts = z
  .object({
    validations: z.array(
      z.object({
        year: FinancialYear,
        pounds: SignedPounds,
        on: LocalDate,
        note: keptWords.optional(),
        by: Subject,
        at: Instant,
      }),
    ),
    forecastSince: Instant,
    claimedBySubject: Subject,
    /** Who last changed what is claimed of each year: nobody validates what they claimed themselves. */
    claims: z.array(z.object({ year: FinancialYear, by: Subject })).optional(),
  })
  .meta({ id: 'SavingFacts' });
export type SavingFacts = z.infer<typeof SavingFacts>;
