import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Figure } from '#schemas/figures.ts';
import { Id, identified, keptWords, Narrative, Sentence, Subject, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';

const Completeness = z.enum(['complete', 'partial', 'absent', 'not-stated']);

/** A business case (HM Treasury's five-case model). Its outcome is not here: the SRO records it by an act. */
export const BusinessCase = z
  .strictObject({
    title: Title,
    type: z.enum(['strategic-outline', 'outline', 'full', 'single-justification']),
    caseVersion: Title,
    on: LocalDate,
    costs: Figure.default({ kind: 'not-stated' }),
    benefits: Figure.default({ kind: 'not-stated' }),
    fiveCases: z
      .strictObject({
        strategic: Completeness,
        economic: Completeness,
        commercial: Completeness,
        financial: Completeness,
        management: Completeness,
      })
      .optional(),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .meta({ id: 'BusinessCase' });
export type BusinessCase = z.infer<typeof BusinessCase>;

export const OutcomeName = z
  .enum(['approved', 'approved-with-conditions', 'returned', 'rejected', 'deferred', 'withdrawn'])
  .meta({ id: 'OutcomeName' });
export type OutcomeName = z.infer<typeof OutcomeName>;

const Condition = z.strictObject({ id: Id, text: Sentence, owner: Owner, dueOn: LocalDate });

/** The outcome of a business case, as the review's own SRO records it. */
export const RecordOutcome = z
  .strictObject({
    outcome: OutcomeName,
    body: Title,
    on: LocalDate,
    reference: Title.optional(),
    reason: Narrative.optional(),
    conditions: identified(Condition, 50).default([]),
  })
  .refine((outcome) => (outcome.outcome === 'approved-with-conditions') === outcome.conditions.length > 0, {
    path: ['conditions'],
    message: 'must be listed for "approved-with-conditions", and for no other outcome',
  })
  .refine(
    (outcome) =>
      outcome.outcome === 'approved' || outcome.outcome === 'approved-with-conditions' || outcome.reason !== undefined,
    {
      path: ['reason'],
      message: 'must say why the case was not approved',
    },
  )
  .meta({ id: 'RecordOutcome' });
export type RecordOutcome = z.infer<typeof RecordOutcome>;

/** Progress on a condition of an outcome. */
export const UpdateCondition = z
  .strictObject({
    condition: Id,
    status: z.enum(['open', 'met', 'no-longer-needed']),
    on: LocalDate,
    note: Sentence.optional(),
  })
  .refine((update) => update.status !== 'no-longer-needed' || update.note !== undefined, {
    path: ['note'],
    message: 'must say why the condition is no longer needed',
  })
  .meta({ id: 'UpdateCondition' });
export type UpdateCondition = z.infer<typeof UpdateCondition>;

/** An outcome is never edited; a later one supersedes it and both stay. `number` counts from 1. */
export const RecordedOutcome = z
  .object({
    number: z.int(),
    outcome: OutcomeName,
    body: keptWords,
    on: LocalDate,
    reference: keptWords.optional(),
    reason: keptWords.optional(),
    by: Subject,
    at: Instant,
    supersedes: z.int().optional(),
    conditions: z.array(
      z.object({
        id: Id,
        text: keptWords,
        owner: keptWords,
        dueOn: LocalDate,
        status: z.enum(['open', 'met', 'no-longer-needed']),
        statusOn: LocalDate.optional(),
        note: keptWords.optional(),
      }),
    ),
  })
  .meta({ id: 'RecordedOutcome' });
export type RecordedOutcome = z.infer<typeof RecordedOutcome>;

export const BusinessCaseFacts = z.object({ outcomes: z.array(RecordedOutcome) }).meta({ id: 'BusinessCaseFacts' });
export type BusinessCaseFacts = z.infer<typeof BusinessCaseFacts>;
