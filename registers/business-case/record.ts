import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { Figure } from '#schemas/figures.ts';
import { Id, identified, keptWords, Narrative, Sentence, Subject, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, source } from '../field-kinds.ts';

const CaseType = choice({
  'strategic-outline': 'Strategic outline case',
  outline: 'Outline case',
  full: 'Full case',
  'single-justification': 'Single justification case',
});
const Completeness = choice({
  complete: 'Complete',
  partial: 'Partial',
  absent: 'Absent',
  'not-stated': 'Not stated',
});

/** A business case (HM Treasury's five-case model). Its outcome is not here: the SRO records it by an act. */
export const BusinessCase = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The case in a few words' }),
    type: CaseType.meta({
      title: 'Type',
      description: 'Which case it is of those that a review makes one after another',
    }),
    caseVersion: Title.meta({
      title: 'Version of the case',
      description: 'The version of the paper, as it is numbered there',
    }),
    on: LocalDate.meta({ title: 'Date', description: 'The day that the paper bears' }),
    costs: Figure.default({ kind: 'not-stated' }).meta({
      title: 'Costs',
      description: 'What it costs in all, as the case states',
    }),
    benefits: Figure.default({ kind: 'not-stated' }).meta({
      title: 'Benefits',
      description: 'What it brings in all, as the case states',
    }),
    fiveCases: z
      .strictObject({
        strategic: Completeness.meta({ title: 'Strategic case', description: 'Whether it shows the need for change' }),
        economic: Completeness.meta({ title: 'Economic case', description: 'Whether it shows value for money' }),
        commercial: Completeness.meta({
          title: 'Commercial case',
          description: 'Whether it shows a deal that can be done',
        }),
        financial: Completeness.meta({
          title: 'Financial case',
          description: 'Whether it shows that it can be paid for',
        }),
        management: Completeness.meta({
          title: 'Management case',
          description: 'Whether it shows how it is delivered',
        }),
      })
      .optional()
      .meta({ title: 'The five cases', description: "How complete each of the five cases of HM Treasury's model is" }),
    source,
    exempt,
  })
  .meta({ id: 'BusinessCase' });
export type BusinessCase = z.infer<typeof BusinessCase>;

export const OutcomeName = choice({
  approved: 'Approved',
  'approved-with-conditions': 'Approved with conditions',
  returned: 'Returned',
  rejected: 'Rejected',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
}).meta({ id: 'OutcomeName' });
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

export const BusinessCasesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    type: CaseType,
    on: LocalDate,
    outcomes: z.array(
      z.object({
        number: z.int(),
        outcome: OutcomeName,
        on: LocalDate,
        at: Instant,
        body: z.string(),
        reference: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
    /** Of the latest outcome. */
    openConditions: z.array(z.object({ id: Id, text: z.string(), owner: z.string(), dueOn: LocalDate })),
  }),
);
export type BusinessCasesSection = z.infer<typeof BusinessCasesSection>;

const BusinessCasesPart = z.object({
  outcomes: listedOf(
    ReportSubject.extend({
      businessCase: z.string(),
      type: z.string(),
      outcome: OutcomeName,
      on: LocalDate,
      body: z.string(),
      reference: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  conditions: z.object({
    open: z.int(),
    overdue: listedOf(ReportSubject.extend({ condition: z.string(), owner: z.string(), dueOn: LocalDate })),
  }),
});

export const businessCase = declareRegister({
  kind: 'business-case',
  purpose: 'The business cases of a review, and what was decided on each of them.',
  scopes: ['review'],
  writers: team,
  record: BusinessCase,
  facts: BusinessCaseFacts,
  columns: ['title', 'type', 'caseVersion', 'on', 'costs', 'benefits'],
  entryName: ({ title, caseVersion }) => `the business case "${title}" (${caseVersion})`,
  position: section('businessCases', BusinessCasesSection, []),
  report: firstReportPart('businessCases', BusinessCasesPart),
  example: {
    title: 'Outline case for fewer buildings',
    type: 'outline',
    caseVersion: '1.0',
    on: '2026-01-15',
    costs: { kind: 'about', pounds: 1_200_000, source: 'Outline case 1.0' },
    benefits: { kind: 'range', low: 3_000_000, high: 4_500_000, source: 'Outline case 1.0' },
  },
  exampleId: 'outline-case',
});
