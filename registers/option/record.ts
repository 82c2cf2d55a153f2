import * as z from 'zod';
import { DeliveryModelName } from '#schemas/delivery-model-names.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Pounds, SignedPounds } from '#schemas/figures.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';

export const Disposition = z
  .enum(['long-listed', 'short-listed', 'preferred', 'not-recommended', 'not-recommended-at-this-stage'])
  .meta({ id: 'Disposition' });
export type Disposition = z.infer<typeof Disposition>;

/** An option of a review. `year` of a cash flow is years after the appraisal's base year. */
export const Option = z
  .strictObject({
    label: Title,
    scope: Title.optional(),
    deliveryModel: DeliveryModelName,
    disposition: Disposition.default('long-listed'),
    reason: Narrative.optional(),
    scores: z
      .array(
        z.strictObject({
          criterion: Id,
          score: z.number('must be a number').min(0, 'must not be below zero').max(1000),
          reason: Sentence.optional(),
        }),
      )
      .max(30)
      .refine(
        (scores) => new Set(scores.map((one) => one.criterion)).size === scores.length,
        'must not score a criterion twice',
      )
      .default([]),
    tests: z
      .array(z.strictObject({ test: Id, outcome: z.enum(['pass', 'fail']), reason: Sentence.optional() }))
      .max(30)
      .refine((tests) => new Set(tests.map((one) => one.test)).size === tests.length, 'must not answer a test twice')
      .default([]),
    cashFlow: z
      .array(
        z.strictObject({ year: z.int().min(0).max(125), costs: Pounds.default(0), benefits: SignedPounds.default(0) }),
      )
      .max(126)
      .refine(
        (flow) => flow.every((line, n) => n === 0 || line.year > (flow[n - 1]?.year ?? -1)),
        'must list its years once each, in order',
      )
      .optional(),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .meta({ id: 'Option' });
export type Option = z.infer<typeof Option>;
