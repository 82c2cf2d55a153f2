import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Narrative, Sentence, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';

/** A milestone. Its baseline moves only by an agreed change; a forecast or actual later than it needs a reason. */
export const Milestone = z
  .strictObject({
    title: Title,
    type: z.enum(['approval', 'assurance', 'delivery']),
    owner: Owner.optional(),
    baseline: LocalDate,
    forecast: LocalDate.optional(),
    actual: LocalDate.optional(),
    missed: z.boolean().default(false),
    movedTo: z.strictObject({ owner: Owner, on: LocalDate }).optional(),
    delayReason: Narrative.optional(),
    agreedChange: z
      .strictObject({ by: Title, on: LocalDate, reason: Sentence })
      .optional()
      .meta({ description: 'Who agreed to move the baseline, when and why: needed when the baseline changes' }),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .meta({ id: 'Milestone' });
export type Milestone = z.infer<typeof Milestone>;

export const MilestoneFacts = z
  .object({ originalBaseline: LocalDate, rebaselines: z.int() })
  .meta({ id: 'MilestoneFacts' });
export type MilestoneFacts = z.infer<typeof MilestoneFacts>;
