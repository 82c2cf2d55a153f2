import * as z from 'zod';
import { nameWithLabels } from '#schemas/choices.ts';
import { dueDay } from '../field-kinds.ts';

/** A band as people call it: one of the three that a matrix has unless it has its own, or one of its own, by its name. */
export const BandName = nameWithLabels({ low: 'Low', medium: 'Medium', high: 'High', 'not-scored': 'Not scored' });

/** What follows from a risk by the programme's matrix; null where a score is to be confirmed, or was given on another matrix. */
export const RiskAssessment = z
  .object({
    inherentScore: z.int().nullable().meta({
      title: 'Inherent score',
      description: 'Likelihood times impact before any control',
    }),
    currentScore: z.int().nullable().meta({ title: 'Current score', description: 'Likelihood times impact today' }),
    currentBand: BandName.nullable().meta({
      title: 'Band',
      description: "The band of the current score by the programme's matrix: low, medium, high or a name of its own",
    }),
    targetScore: z
      .int()
      .nullable()
      .meta({ title: 'Target score', description: 'Likelihood times impact of the target' }),
    notScored: z.string().optional().meta({ description: 'Why it has no current score; absent where it has one' }),
    nextReviewOn: dueDay.meta({
      title: 'Next review due',
      description:
        'The day by which it is to be reviewed next, counted from its last review, else from the day on which it was recorded; none once it is closed or has happened',
    }),
    complete: z.boolean().meta({ description: 'Whether nothing is missing' }),
    missing: z.array(z.string()).meta({ title: 'What is missing', description: 'What it lacks to be complete' }),
  })
  .meta({ id: 'RiskAssessment' });
export type RiskAssessment = z.infer<typeof RiskAssessment>;
