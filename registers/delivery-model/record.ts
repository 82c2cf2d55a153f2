import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { DeliveryModelName } from '#schemas/delivery-model-names.ts';
import { Exemption } from '#schemas/exemption.ts';
import { distinct, Id, Narrative, Sentence } from '#schemas/ids.ts';

/** The preferred delivery model of a review: from which options, by which decision; it is adopted once that decision is taken. */
export const DeliveryModel = z
  .strictObject({
    model: DeliveryModelName,
    words: Sentence.optional(),
    fromOptions: distinct(Id, 20).min(1, 'must name at least one option'),
    decision: Id.optional(),
    transitionSteps: z
      .array(z.strictObject({ what: Sentence, on: DateStatement }))
      .max(30)
      .default([]),
    retainedClientFunction: Narrative.optional(),
    memberControl: Narrative.optional(),
    overheadsLeftBehind: Narrative.optional(),
    delivered: z
      .strictObject({ on: LocalDate, asAppraised: z.enum(['yes', 'partly', 'no']), words: Narrative })
      .optional(),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .meta({ id: 'DeliveryModel' });
export type DeliveryModel = z.infer<typeof DeliveryModel>;
