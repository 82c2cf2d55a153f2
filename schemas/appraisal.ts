import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { exempt, source } from '#registers/field-kinds.ts';
import { Disposition } from '#registers/option/record.ts';
import { choice } from './choices.ts';
import { Id, identified, Narrative, Title } from './ids.ts';
import { numberFault } from './number-fault.ts';

const named = Id.meta({ title: 'Id', description: 'What options name it by in their scores and tests' });

/** How a review's options are judged: weighted criteria, pass/fail tests, the base year of discounting. */
export const Appraisal = z
  .strictObject({
    baseYear: FinancialYear.optional().meta({
      title: 'Base year',
      description: 'The financial year to which costs and benefits are discounted: year 0 of each cash flow',
    }),
    criteria: identified(
      z.strictObject({
        id: named,
        name: Title.meta({ title: 'Name', description: 'What options are scored on' }),
        group: choice({
          desirability: 'Desirability',
          viability: 'Viability',
          feasibility: 'Feasibility',
          other: 'Other',
        })
          .default('other')
          .meta({ title: 'Group', description: 'What kind of criterion it is' }),
        weight: z.number(numberFault('must be a number')).min(0, 'must not be below zero').max(1000).meta({
          title: 'Weight',
          description: 'How much it counts beside the others: each is taken as its share of all weights',
        }),
      }),
      30,
    )
      .default([])
      .meta({ title: 'Criteria', description: 'What every option is scored on, and how much each counts' }),
    tests: identified(
      z.strictObject({
        id: named,
        name: Title.meta({ title: 'Name', description: 'What an option has to pass' }),
      }),
      30,
    )
      .default([])
      .meta({ title: 'Tests', description: 'What every option has to pass: one that fails any is not ranked' }),
    highestScore: z.number().min(1).max(1000).default(10).meta({
      title: 'Highest score',
      description: 'The most that an option may score for a criterion; unless set, 10',
    }),
    optimismBiasPercent: z.number().min(0, 'must not be below zero').max(500).default(0).meta({
      title: 'Optimism bias in per cent',
      description: 'By how much costs are lifted before discounting; unless set, 0',
    }),
    preferredReason: Narrative.optional().meta({
      title: 'Why the preferred option is preferred',
      description: 'Why the preferred option is preferred although it does not rank first',
    }),
    source,
    exempt,
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
