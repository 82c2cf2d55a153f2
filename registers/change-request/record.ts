import * as z from 'zod';
import { daysBetween, Instant, LocalDate } from '#language/time.ts';
import { HappenedOn, PlannedOn } from '#schemas/dates.ts';
import { Figure } from '#schemas/figures.ts';
import { Id, keptWords, Narrative, Subject, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { Owner } from '#schemas/people.ts';
import { across } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, otherReview, reference, source } from '../field-kinds.ts';
import {
  ChangeDecision,
  ChangeRequestsPart,
  ChangeRequestsSection,
  ChangeStatus,
  Direction,
  PlannedYears,
  statusOf,
} from './projections.ts';

/** By how much a change request makes something more or less. */
const Effect = z
  .strictObject({
    direction: Direction.meta({ title: 'Direction', description: 'Whether it becomes more or less' }),
    figure: Figure.optional()
      .meta({ title: 'By how much', description: 'Left out where nothing changes' })
      .register(neededIf, { words: 'it becomes more or less' }),
  })
  .refine((one) => (one.direction === 'none') === (one.figure === undefined), {
    path: ['figure'],
    message: 'must say by how much it becomes more or less, and is left out where nothing changes',
  });

const baseline = PlannedOn.meta({ title: 'New baseline', description: 'The day to which the baseline moves' });
const years = PlannedYears.meta({ title: 'Years', description: 'The new plan of each year that changes' });

const approved = Figure.meta({ title: 'New approved figure', description: 'What is approved of it from then on' });

const once = <T>(nameOf: (one: T) => string) => {
  const isOnce = (all: readonly T[]): boolean => new Set(all.map(nameOf)).size === all.length;
  return [isOnce, 'must name each one once'] as const;
};

const OfReview = z.strictObject({
  review: otherReview.meta({ title: 'Review', description: 'The review whose baselines it moves' }),
  milestones: z
    .array(
      z.strictObject({
        milestone: Id.meta({ title: 'Milestone', description: 'The id of a milestone of that review' }),
        baseline,
      }),
    )
    .max(40, 'must hold at most 40')
    .refine(...once<{ milestone: string }>((one) => one.milestone))
    .default([])
    .meta({ title: 'Milestones', description: 'The baselines of that review that it moves' }),
  savings: z
    .array(
      z.strictObject({
        saving: Id.meta({ title: 'Savings line', description: 'The id of a savings line of that review' }),
        years,
      }),
    )
    .max(40, 'must hold at most 40')
    .refine(...once<{ saving: string }>((one) => one.saving))
    .default([])
    .meta({ title: 'Savings', description: 'The plans of that review that it changes' }),
  costsAndBenefits: z
    .array(
      z.strictObject({
        costOrBenefit: Id.meta({ title: 'Cost or benefit', description: 'The id of a cost or benefit of that review' }),
        approved,
      }),
    )
    .max(40, 'must hold at most 40')
    .refine(...once<{ costOrBenefit: string }>((one) => one.costOrBenefit))
    .default([])
    .meta({ title: 'Costs and benefits', description: 'The approved figures of that review that it changes' }),
});

/** What somebody asks to change of what was agreed. What was decided on it is not here: the programme office records that by an act. */
export const ChangeRequest = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The change in a few words' }),
    what: Narrative.meta({ title: 'What', description: 'What is to change' }),
    why: Narrative.meta({ title: 'Why', description: 'Why it is asked for' }),
    askedBy: Owner.meta({ title: 'Asked by', description: "The post or team that asks, not a person's name" }),
    raisedOn: HappenedOn.meta({ title: 'Raised on', description: 'The day on which it was asked for' }),
    cost: Effect.optional().meta({ title: 'Effect on cost', description: 'Left out where it is not stated' }),
    benefit: Effect.optional().meta({ title: 'Effect on benefit', description: 'Left out where it is not stated' }),
    milestones: z
      .array(
        z.strictObject({
          milestone: reference('milestone').meta({ title: 'Milestone', description: 'Whose baseline moves' }),
          baseline,
        }),
      )
      .max(40, 'must hold at most 40')
      .refine(...once<{ milestone: string }>((one) => one.milestone))
      .default([])
      .meta({ title: 'Milestones', description: 'The effect on time: each baseline that moves, and to which day' }),
    savings: z
      .array(
        z.strictObject({
          saving: reference('saving').meta({ title: 'Savings line', description: 'Whose plan changes' }),
          years,
        }),
      )
      .max(40, 'must hold at most 40')
      .refine(...once<{ saving: string }>((one) => one.saving))
      .default([])
      .meta({ title: 'Savings', description: 'Each plan that changes, and to what' }),
    costsAndBenefits: z
      .array(
        z.strictObject({
          costOrBenefit: reference('cost-or-benefit').meta({
            title: 'Cost or benefit',
            description: 'Whose approved figure changes',
          }),
          approved,
        }),
      )
      .max(40, 'must hold at most 40')
      .refine(...once<{ costOrBenefit: string }>((one) => one.costOrBenefit))
      .default([])
      .meta({ title: 'Costs and benefits', description: 'Each approved figure that changes, and to what' }),
    businessCase: reference('business-case')
      .optional()
      .meta({ title: 'Business case', description: 'The case whose costs or benefits would be others' }),
    ofReviews: z
      .array(OfReview)
      .max(40, 'must hold at most 40')
      .refine(...once<{ review: string }>((one) => one.review))
      .default([])
      .meta({ title: 'Of reviews', description: 'Of a request of the programme: what it moves of its reviews' }),
    source,
    exempt,
  })
  .meta({ id: 'ChangeRequest' });
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** What was decided on a change request, as the programme office records it for the body or post that decided. */
export const DecideChangeRequest = z
  .strictObject({
    decision: ChangeDecision.meta({ title: 'Decision', description: 'What was decided' }),
    body: Title.meta({ title: 'Body', description: 'The body or post that decided' }),
    on: HappenedOn.meta({ title: 'Date', description: 'The day on which it decided' }),
    reference: Title.optional().meta({ title: 'Reference', description: 'The number of the minute or paper' }),
    reason: Narrative.optional()
      .meta({ title: 'Reason', description: 'Why; needed where it was not agreed' })
      .register(neededIf, { words: 'it was not agreed' }),
  })
  .refine((one) => one.decision === 'agreed' || one.reason !== undefined, {
    path: ['reason'],
    message: 'must say why it was not agreed',
  })
  .meta({ id: 'DecideChangeRequest' });
export type DecideChangeRequest = z.infer<typeof DecideChangeRequest>;

/** A decision is never edited; a later one supersedes it and both stay. `number` counts from 1. */
const RecordedChangeDecision = z
  .object({
    number: z.int().meta({ description: 'Counts from 1' }),
    decision: ChangeDecision.meta({ description: 'What was decided' }),
    body: keptWords.meta({ description: 'The body or post that decided' }),
    on: LocalDate.meta({ description: 'The day on which it decided' }),
    reference: keptWords.optional().meta({ description: 'The number of the minute or paper' }),
    reason: keptWords.optional().meta({ description: 'Why' }),
    by: Subject.meta({ description: 'Who of the programme office recorded it' }),
    at: Instant.meta({ description: 'From when it is recorded to be so' }),
    ofVersion: z.int().meta({ description: 'The version of the change request that was decided on' }),
  })
  .meta({ id: 'RecordedChangeDecision' });
export type RecordedChangeDecision = z.infer<typeof RecordedChangeDecision>;

export const ChangeRequestFacts = z
  .object({
    askedBySubject: Subject.meta({ description: 'Who last changed what is asked for' }),
    decisions: z
      .array(RecordedChangeDecision)
      .meta({ description: 'What was decided, oldest first; the last one holds' }),
  })
  .meta({ id: 'ChangeRequestFacts' });
export type ChangeRequestFacts = z.infer<typeof ChangeRequestFacts>;

export const changeRequest = declareRegister({
  kind: 'change-request',
  purpose:
    'What is asked to change of what was agreed, what it means for cost, benefit and time, and what was decided.',
  scopes: ['review', 'programme'],
  writers: team,
  record: ChangeRequest,
  facts: ChangeRequestFacts,
  computed: z.object({
    status: ChangeStatus.meta({ description: 'Open, or what the last decision says' }),
  }),
  problems: ['change.decided'],
  columns: ['title', 'askedBy', 'raisedOn', 'cost', 'benefit', 'milestones'],
  entryName: ({ title }) => `the change request "${title}"`,
  position: section('changeRequests', ChangeRequestsSection, []),
  across: across(ChangeRequestsSection, {
    states: ChangeStatus,
    open: ['open', 'deferred'],
    // The one that has waited longest first.
    rows: (requests) =>
      requests.map((one) => ({
        ...{ id: one.id, title: one.title, state: statusOf(one), dueOn: null },
        weight: daysBetween(one.raisedOn, '2000-01-01'),
      })),
  }),
  report: reportPart('changeRequests', ChangeRequestsPart, 'rules-2'),
  example: {
    title: 'Move in after the winter',
    what: 'Staff move into the new hall in March and not in December.',
    why: 'The landlord finishes the heating in February.',
    askedBy: 'Head of Property',
    raisedOn: '2026-01-02',
    cost: { direction: 'more', figure: { kind: 'about', pounds: 60_000 } },
    benefit: { direction: 'none' },
  },
  exampleId: 'after-the-winter',
});
