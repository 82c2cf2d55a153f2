import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';

/**
 * A decision due or taken. `noticeOn` is the day the notice of a key decision was published: the meeting is then
 * at the earliest after 28 clear days (SI 2012/2089 reg. 9).
 */
export const Decision = z
  .strictObject({
    title: Title,
    body: Title,
    kind: z.enum(['key-decision', 'officer-decision', 'endorsement', 'cabinet-committee-consideration', 'other']),
    status: z.enum(['due', 'taken', 'deferred', 'refused']).default('due'),
    dueOn: DateStatement.default({ kind: 'not-stated' }),
    takenOn: LocalDate.optional(),
    reference: Title.optional(),
    decisionMaker: Title.optional(),
    noticeOn: LocalDate.optional(),
    preScrutiny: z.strictObject({ body: Title, on: DateStatement }).optional(),
    deliveryModel: Id.optional().meta({ description: 'The preferred delivery model that this decision adopts' }),
    words: Narrative.optional(),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .refine((decision) => (decision.status === 'taken') === (decision.takenOn !== undefined), {
    path: ['takenOn'],
    message: 'must be given for a decision that is taken, and only for one',
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

export const DecisionDates = z.object({ earliestMeetingOn: LocalDate.nullable() }).meta({ id: 'DecisionDates' });
