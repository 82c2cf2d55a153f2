import * as z from 'zod';
import { FinancialYear, Instant } from '#language/time.ts';
import { PlannedOn } from '#schemas/dates.ts';
import { Total } from '#schemas/figures.ts';
import { Id } from '#schemas/ids.ts';
import { RatingName } from '#schemas/rating-names.ts';
import { Lifecycle } from '#schemas/review.ts';

/** So many of the next milestones are among the figures of a return. */
export const mostNextMilestones = 10;

/** An object schema of some strictness: what is sent is strict at every depth, what is stored may have been written by a later release. */
type ObjectSchema<C extends z.core.$ZodObjectConfig> = <S extends z.core.$ZodShape>(shape: S) => z.ZodObject<S, C>;

const figures = <C extends z.core.$ZodObjectConfig>(object: ObjectSchema<C>) => {
  const { excluded, ...total } = Total.shape;
  const lines = z.int().meta({ title: 'Lines', description: 'How many lines state it' });
  const Amount = object({ ...total, excluded: z.array(object(excluded.element.shape)).meta(excluded.meta() ?? {}) });
  return object({
    stage: Id.nullable().meta({ title: 'Stage', description: 'Its stage' }),
    lifecycle: Lifecycle.nullable().meta({ title: 'Lifecycle', description: 'Its lifecycle' }),
    sroRating: RatingName.nullable().meta({
      title: "SRO's rating",
      description: "The SRO's latest overall rating",
    }),
    assuranceRating: RatingName.nullable().meta({
      title: "Assurance's rating",
      description: "Assurance's latest overall rating",
    }),
    grossExpenditure: Amount.meta({ title: 'Gross expenditure', description: 'Gross expenditure' }),
    netExpenditure: Amount.meta({ title: 'Net expenditure', description: 'Net expenditure' }),
    savings: z
      .array(
        object({
          year: FinancialYear.meta({ title: 'Financial year', description: 'The financial year' }),
          plan: Amount.meta({ title: 'Plan', description: 'What is planned' }),
          forecast: Amount.meta({ title: 'Forecast', description: 'What is expected' }),
          claimedPounds: z.int().meta({ title: 'Claimed', description: 'What is claimed, in whole pounds' }),
          validatedPounds: z
            .int()
            .meta({ title: 'Validated', description: 'What finance has validated, in whole pounds' }),
          linesStated: object({ claimed: lines, validated: lines })
            .optional()
            .meta({ title: 'Stated by', description: 'Where it is 0, nothing is claimed, or validated' }),
        }),
      )
      .max(400)
      .meta({ title: 'Savings', description: 'The savings lines added up, by year' }),
    milestones: z
      .array(
        object({
          id: Id.meta({ title: 'Milestone', description: 'The milestone' }),
          expectedOn: PlannedOn.meta({
            title: 'Expected on',
            description: 'Its forecast date, else its baseline',
          }),
        }),
      )
      .max(mostNextMilestones)
      .meta({
        title: 'Next milestones',
        description: `The next milestones that are outstanding, at most ${mostNextMilestones}`,
      }),
  });
};

/**
 * What an SRO confirms with a return: figures, dates and states of the review, and no text. Amounts are totals with their coverage.
 * A review that was not yet there has no stage.
 */
export const ReturnFigures = figures(z.object).meta({ id: 'ReturnFigures' });
export type ReturnFigures = z.infer<typeof ReturnFigures>;

/** The same as it is sent. */
export const FiguresRead = figures(z.strictObject).meta({ id: 'FiguresRead' });

/** The figures with the instant that they are of, and the event up to which the record was read for them. */
export const FiguresAsRead = ReturnFigures.extend({
  asAt: Instant.meta({ description: 'The end of the month or, before it, when they were confirmed' }),
  ofSequence: z.int().meta({ description: 'The number of the event of the review up to which its record was read' }),
});

/** A figure that is not what it was, as a person reads it. */
export const ChangedFigure = z.object({
  what: z.string().meta({ description: 'The figure' }),
  was: z.string().meta({ description: 'What it was' }),
  is: z.string().meta({ description: 'What it is' }),
});
export type ChangedFigure = z.infer<typeof ChangedFigure>;
