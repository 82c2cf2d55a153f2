import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Id, Narrative, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';

/** Something that has gone wrong and needs mending; `risk` where it is one that happened. */
export const Issue = z
  .strictObject({
    title: Title,
    description: Narrative.optional(),
    severity: z.enum(['low', 'medium', 'high']),
    owner: Owner.optional(),
    raisedOn: LocalDate,
    risk: Id.optional(),
    status: z.enum(['open', 'closed']).default('open'),
    closedOn: LocalDate.optional(),
    exempt: Exemption.optional(),
  })
  .refine((issue) => (issue.status === 'closed') === (issue.closedOn !== undefined), {
    path: ['closedOn'],
    message: 'must be given for a closed issue, and only for one',
  })
  .meta({ id: 'Issue' });
export type Issue = z.infer<typeof Issue>;
