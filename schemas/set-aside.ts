import * as z from 'zod';
import { LocalDate } from '#language/time.ts';

/** What the programme's settings leave out of the findings: a row for each setting in force, also where it found nothing. */
export const SetAside = z
  .object({
    findings: z.int(),
    rows: z.array(
      z.object({
        rule: z.string(),
        as: z.enum(['off', 'accepted', 'from']),
        /** By their titles; null: all of them and the programme. */
        reviews: z.array(z.string()).nullable(),
        until: LocalDate.nullable(),
        pounds: z.int().nullable(),
        reason: z.string().nullable(),
        count: z.int(),
      }),
    ),
    sentence: z.string(),
  })
  .meta({ id: 'SetAside', description: 'What the settings of the programme leave out of the findings' });
export type SetAside = z.infer<typeof SetAside>;
