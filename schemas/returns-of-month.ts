import * as z from 'zod';
import { Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { choice } from './choices.ts';
import { KnownId, KnownSubject } from './ids.ts';
import { Lifecycle, Tier } from './review.ts';

/** How far a return has come: the worst first. */
export const ReturnState = choice({
  missing: 'Missing',
  'sent-back': 'Sent back',
  unconfirmed: 'Not confirmed',
  late: 'Confirmed late',
  received: 'Received',
}).meta({ id: 'ReturnState' });
export type ReturnState = z.infer<typeof ReturnState>;

const Named = z.object({ subject: KnownSubject, name: z.string() });

/** Who owes a return of a month, and how far each has come. */
export const ReturnsOfMonth = z
  .object({
    month: ReportMonth,
    dueOn: LocalDate.meta({ description: 'The last day on which a return is in time' }),
    expected: z
      .int()
      .meta({ description: 'Reviews that owe one: counted at the end of the month or, before that, today' }),
    counts: z
      .object({
        missing: z.int(),
        'sent-back': z.int(),
        unconfirmed: z.int(),
        late: z.int(),
        received: z.int(),
      })
      .meta({ description: 'Of those, whatever is filtered: how many returns are in each state' }),
    returns: z
      .array(
        z.object({
          review: z.object({
            id: KnownId,
            title: z.string(),
            lifecycle: Lifecycle,
            tier: Tier,
            sros: z.array(Named),
            lead: Named.nullable(),
          }),
          state: ReturnState,
          overdue: z.boolean().meta({ description: 'Nobody has confirmed it, and the day is past' }),
          submittedAt: Instant.nullable(),
          confirmedAt: Instant.nullable(),
          version: z.int().nullable().meta({ description: 'Of the return; null where it is missing' }),
          sentBack: z
            .object({ at: Instant, by: Named, comment: z.string() })
            .nullable()
            .meta({ description: 'By whom it was sent back, and what they ask for' }),
        }),
      )
      .meta({
        description: 'Missing ones first, then those sent back, not confirmed, late, received; by tier, then title',
      }),
  })
  .meta({ id: 'ReturnsOfMonth' });
export type ReturnsOfMonth = z.infer<typeof ReturnsOfMonth>;
