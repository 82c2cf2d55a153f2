import * as z from 'zod';
import { FinancialYear, Instant } from '#language/time.ts';
import { SignedPounds, SumOfPounds, Total } from '#schemas/figures.ts';
import { Subject } from '#schemas/ids.ts';
import { SavingClass, SavingMechanism } from './choices.ts';

/**
 * The savings of one financial year, whole pounds, additive over lines and reviews. Plan, forecast and outturn are
 * never merged. `included` = plan of lines that are cash-releasing or income and at least at business-case firmness;
 * `excluded` = the plan of the others. `identified` and `netNew` follow the additionality rule.
 */
export const SavingsYear = z
  .object({
    year: FinancialYear.meta({ description: 'The financial year' }),
    lines: z.int().meta({ description: 'How many savings lines are in it' }),
    plan: Total.meta({ description: 'What is planned' }),
    forecast: Total.meta({ description: 'What is expected' }),
    outturn: Total.meta({ title: 'Outturn', description: 'What finance has validated, else the forecast' }),
    claimedPounds: z.int().meta({ description: 'What reviews claim was saved, in whole pounds' }),
    validatedPounds: SumOfPounds.meta({
      title: 'Validated',
      description: 'What finance has validated, in whole pounds',
    }),
    states: z
      .object({
        delivered: z.int().meta({ description: 'Saved already' }),
        onTrack: z.int().meta({ description: 'Expected as planned' }),
        atRisk: z.int().meta({ description: 'May be late or less' }),
        unachievable: z.int().meta({ description: 'Will not be saved' }),
        notAssessed: Total.meta({ description: 'The rest of the plan' }),
      })
      .meta({ description: 'The plan by state, in whole pounds' }),
    byClass: z
      .array(
        z.object({
          class: SavingClass.meta({ description: 'The class' }),
          plan: Total.meta({ description: 'Its plan' }),
        }),
      )
      .meta({ description: 'The plan by class' }),
    byMechanism: z
      .array(
        z.object({
          mechanism: SavingMechanism.meta({ description: 'The mechanism' }),
          plan: Total.meta({ description: 'Its plan' }),
        }),
      )
      .meta({ description: 'The plan by mechanism' }),
    included: Total.meta({ description: 'The plan that counts towards the gap' }),
    excluded: Total.meta({ description: 'The plan that is shown apart' }),
    alreadyInMtfp: Total.meta({ description: 'What the medium-term financial plan already holds' }),
    netNew: Total.meta({ title: 'Net new', description: 'What the plan adds to that' }),
    identified: Total.meta({ description: 'What is identified towards the requirement' }),
    fullYearEffect: Total.meta({
      description: "The next year's amount of recurring lines that first take effect in this one",
    }),
    runRate: Total.meta({ description: 'The recurring amounts up to this year' }),
    oneOffFallOut: Total.meta({ description: 'One-off amounts of the year before, which fall out' }),
  })
  .meta({ id: 'SavingsYear' });
export type SavingsYear = z.infer<typeof SavingsYear>;

/** What follows from a savings line. */
export const SavingWorkedOut = z.object({
  years: z.array(SavingsYear).meta({ title: 'Years', description: 'The years of this line, earliest first' }),
  toValidate: z
    .array(
      z.object({
        year: FinancialYear.meta({ description: 'The year that is claimed' }),
        pounds: SignedPounds.meta({
          title: 'Claimed, to be validated',
          description: 'What is claimed and finance has still to validate, in whole pounds',
        }),
        by: Subject.meta({ description: 'Who last changed the claim' }),
        since: Instant.nullable().meta({ description: 'From when it is claimed; null where that was not kept' }),
      }),
    )
    .meta({
      title: 'To be validated',
      description: 'What is claimed and finance has still to validate, earliest year first',
    }),
});
