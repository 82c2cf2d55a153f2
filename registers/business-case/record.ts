import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { choice, labelsOf } from '#schemas/choices.ts';
import { HappenedOn, PlannedOn } from '#schemas/dates.ts';
import { Figure } from '#schemas/figures.ts';
import { Id, identified, keptWords, Narrative, Sentence, Subject, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across, earliest } from '../across.ts';
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
    on: PlannedOn.meta({ title: 'Date', description: 'The day that the paper bears' }),
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

const Condition = z.strictObject({
  id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once in this outcome' }),
  text: Sentence.meta({ title: 'Condition', description: 'What must be done' }),
  owner: Owner.meta({ title: 'Owner', description: "The post or team that must do it, not a person's name" }),
  dueOn: PlannedOn.meta({ title: 'Due on', description: 'The day by which it must be done' }),
});

const ConditionStatus = choice({ open: 'Open', met: 'Met', 'no-longer-needed': 'No longer needed' });

/** What becomes of an open condition of the outcome that is superseded. */
const EarlierCondition = z.strictObject({
  condition: Id.meta({ title: 'Condition', description: 'The id of an open condition of the latest outcome' }),
  status: choice({ met: 'Met', 'no-longer-needed': 'No longer needed' }).meta({
    title: 'Status',
    description: 'What became of it',
  }),
  note: Sentence.meta({ title: 'Note', description: 'What was done, or why it is no longer needed' }),
});

/** The outcome of a business case, as the review's own SRO records it. */
export const RecordOutcome = z
  .strictObject({
    outcome: OutcomeName.meta({ title: 'Outcome', description: 'What was decided on the case' }),
    body: Title.meta({ title: 'Body', description: 'The body or post that decided' }),
    on: HappenedOn.meta({ title: 'Date', description: 'The day on which it decided' }),
    reference: Title.optional().meta({ title: 'Reference', description: 'The number of the minute or paper' }),
    reason: Narrative.optional()
      .meta({ title: 'Reason', description: 'Why; needed where the case was not approved' })
      .register(neededIf, { words: 'the case was not approved' }),
    conditions: identified(Condition, 50)
      .default([])
      .meta({ title: 'Conditions', description: 'What must be done for the approval to hold' })
      .register(neededIf, { words: 'it is approved with conditions' }),
    earlierConditions: z.array(EarlierCondition).max(50).default([]).meta({
      title: 'Conditions of the outcome before',
      description:
        'Which of those still open are met or no longer needed, each with a reason; all others are carried over',
    }),
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
    condition: Id.meta({ title: 'Condition', description: 'The id of a condition of the latest outcome' }),
    status: ConditionStatus.meta({ title: 'Status', description: 'How far it has come' }),
    on: HappenedOn.meta({ title: 'Date', description: 'The day on which that became so' }),
    note: Sentence.optional()
      .meta({ title: 'Note', description: 'What was done, or why it is no longer needed' })
      .register(neededIf, { words: 'it is no longer needed' }),
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
    number: z.int().meta({ description: 'Counts from 1' }),
    outcome: OutcomeName.meta({ description: 'What was decided on the case' }),
    body: keptWords.meta({ description: 'The body or post that decided' }),
    on: LocalDate.meta({ description: 'The day on which it decided' }),
    reference: keptWords.optional().meta({ description: 'The number of the minute or paper' }),
    reason: keptWords.optional().meta({ description: 'Why' }),
    by: Subject.meta({ description: 'The SRO who recorded it' }),
    at: Instant.meta({ description: 'From when it is recorded to be so' }),
    ofVersion: z.int().meta({ description: 'The version of the business case that it was given for' }),
    supersedes: z.int().optional().meta({ description: 'The number of the outcome that it supersedes' }),
    conditions: z
      .array(
        z.object({
          id: Id.meta({ description: 'The id of the condition in this outcome' }),
          text: keptWords.meta({ description: 'What must be done' }),
          owner: keptWords.meta({ description: 'The post or team that must do it' }),
          dueOn: LocalDate.meta({ description: 'The day by which it must be done' }),
          status: ConditionStatus.meta({ description: 'How far it has come' }),
          statusOn: LocalDate.optional().meta({ description: 'The day on which its status became so' }),
          note: keptWords.optional().meta({ description: 'What was done, or why it is no longer needed' }),
          statusOfVersion: z
            .int()
            .optional()
            .meta({ description: 'The version of the business case that its status was given on' }),
          carriedFrom: z
            .int()
            .optional()
            .meta({ description: 'The number of the outcome that made it, where it was carried over' }),
        }),
      )
      .meta({ description: 'What must be done for the approval to hold' }),
  })
  .meta({ id: 'RecordedOutcome' });
export type RecordedOutcome = z.infer<typeof RecordedOutcome>;

export const BusinessCaseFacts = z
  .object({
    outcomes: z.array(RecordedOutcome).meta({ description: 'Every outcome, oldest first; the last one holds' }),
  })
  .meta({ id: 'BusinessCaseFacts' });
export type BusinessCaseFacts = z.infer<typeof BusinessCaseFacts>;

export const BusinessCasesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    type: CaseType,
    on: LocalDate,
    costs: Figure.optional(),
    benefits: Figure.optional(),
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
      recordedLate: z.literal(true).optional(),
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
  problems: ['case.approved'],
  columns: ['title', 'type', 'caseVersion', 'on', 'costs', 'benefits'],
  entryName: ({ title, caseVersion }) => `the business case "${title}" (${caseVersion})`,
  position: section('businessCases', BusinessCasesSection, []),
  across: across(BusinessCasesSection, {
    states: choice({ undecided: 'No outcome yet', ...labelsOf(OutcomeName) }),
    open: ['undecided'],
    has: ['due'],
    rows: (cases) =>
      cases.map(({ id, title, outcomes, openConditions }) => ({
        ...{ id, title, state: outcomes.at(-1)?.outcome ?? 'undecided', weight: openConditions.length },
        open: outcomes.length === 0 || openConditions.length > 0,
        dueOn: earliest(openConditions.map((one) => one.dueOn)),
      })),
  }),
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
