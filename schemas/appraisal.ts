import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { Disposition } from '#registers/option/record.ts';
import { Exemption } from './exemption.ts';
import { Id, identified, Narrative, Sentence, Title } from './ids.ts';
import { numberFault } from './number-fault.ts';

/** How a review's options are judged: weighted criteria, pass/fail tests, the base year of discounting. */
export const Appraisal = z
  .strictObject({
    baseYear: FinancialYear.optional(),
    criteria: identified(
      z.strictObject({
        id: Id,
        name: Title,
        group: z.enum(['desirability', 'viability', 'feasibility', 'other']).default('other'),
        weight: z.number(numberFault('must be a number')).min(0, 'must not be below zero').max(1000),
      }),
      30,
    ).default([]),
    tests: identified(z.strictObject({ id: Id, name: Title }), 30).default([]),
    highestScore: z.number().min(1).max(1000).default(10),
    optimismBiasPercent: z.number().min(0, 'must not be below zero').max(500).default(0),
    preferredReason: Narrative.optional().meta({
      description: 'Why the preferred option is preferred although it does not rank first',
    }),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .refine((appraisal) => appraisal.criteria.length === 0 || appraisal.criteria.some((one) => one.weight > 0), {
    path: ['criteria'],
    message: 'must give at least one criterion a weight above zero',
  })
  .meta({ id: 'Appraisal' });
export type Appraisal = z.infer<typeof Appraisal>;

const Crossing = z.object({ weight: z.number(), firstChain: z.array(Id) });

/** What the appraisal computes. Weights are shares of 1; net present value in whole pounds; payback in years. */
export const AppraisalResult = z
  .object({
    options: z.array(
      z.object({
        id: Id,
        label: z.string(),
        disposition: Disposition,
        total: z.number().nullable(),
        rank: z.int().nullable(),
        why: z.string(),
        failedTests: z.array(Id),
        missingScores: z.array(Id),
        netPresentValue: z.int().nullable(),
        paybackYears: z.number().nullable(),
      }),
    ),
    first: z.array(Id),
    flipWeights: z.array(
      z.object({
        criterion: Id,
        weight: z.number(),
        below: Crossing.nullable(),
        above: Crossing.nullable(),
        sentence: z.string(),
      }),
    ),
    notes: z.array(z.string()),
  })
  .meta({ id: 'AppraisalResult' });
export type AppraisalResult = z.infer<typeof AppraisalResult>;
