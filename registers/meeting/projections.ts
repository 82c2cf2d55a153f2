import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { Id, KnownId } from '#schemas/ids.ts';
import { Matter } from '#schemas/matters.ts';
import { RoutePurpose } from '../decision/choices.ts';

/** What a meeting could take up, because it is due by its day. */
export const ProposedItem = z
  .object({
    matter: Matter,
    what: z.string().meta({ description: 'What is to be taken up, in a sentence' }),
    purpose: RoutePurpose.nullable().meta({ description: 'Of a decision: what it comes to this body for' }),
    review: KnownId.nullable().meta({ description: 'The review that it is about; null: the programme' }),
    title: z.string().meta({ description: 'The title of that review, or the name of the programme' }),
    entry: z.string().nullable().meta({
      description: 'The id of the record in its register; of a return its month; null of a gate',
    }),
    due: DateStatement.nullable().meta({ description: 'When it is due; null where nothing says so' }),
    overdue: z.boolean().meta({ description: 'Whether that day is past on the day of the meeting' }),
    because: z.string().meta({ description: 'Why it is proposed' }),
  })
  .meta({ id: 'ProposedItem' });
export type ProposedItem = z.infer<typeof ProposedItem>;

/** The agenda that is proposed for a meeting, of the programme and of some of its reviews. */
export const ProposedAgenda = z
  .object({
    meeting: Id,
    body: z.string(),
    on: LocalDate,
    takes: z.array(Matter).meta({ description: 'What this body takes up, by the settings of the programme' }),
    reviewsRead: z.int().meta({ description: 'How many reviews this page was made from' }),
    items: z.array(ProposedItem),
    next: z.string().nullable().meta({
      description: 'The cursor of the next page, which is made from the next reviews; null: there are none',
    }),
  })
  .meta({ id: 'ProposedAgenda' });
