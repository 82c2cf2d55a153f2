import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement, lastDayStated } from '#schemas/date-statement.ts';
import { HappenedOn, PlannedWhen } from '#schemas/dates.ts';
import { Id, Narrative, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, otherReview, reference, source } from '../field-kinds.ts';

const Direction = choice({ 'waits-for': 'Waits for it', 'is-waited-for': 'Is waited for' });
const On = choice({
  review: 'Another review',
  'review-elsewhere': 'A review outside the programme',
  'outside-body': 'An outside body',
  document: 'A document',
});
const Status = choice({
  open: 'Open',
  'on-track': 'On track',
  'at-risk': 'At risk',
  met: 'Met',
  'no-longer-needed': 'No longer needed',
});

export const Dependency = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What is needed, in a few words' }),
    direction: Direction.default('waits-for').meta({
      title: 'Direction',
      description: 'Whether this review waits for what is named here, or that waits for this review',
    }),
    on: On.meta({
      title: 'On',
      description: 'Another review, of this programme or outside it, a body outside the programme, or a document',
    }),
    elsewhere: Title.optional()
      .meta({
        title: 'Review outside the programme',
        description: 'Which review, and of which programme or council, where it is one outside this programme',
      })
      .register(neededIf, { words: 'it is on a review outside the programme' }),
    review: otherReview
      .optional()
      .meta({ title: 'Review', description: 'Which review, where it is one' })
      .register(neededIf, { words: 'it is on another review' }),
    words: Narrative.optional().meta({ title: 'In words', description: 'What exactly is needed, and what for' }),
    owner: Owner.optional().meta({
      title: 'Owner',
      description: "The post or team that sees to it, not a person's name",
    }),
    neededBy: PlannedWhen.default({ kind: 'not-stated' }).meta({
      title: 'Needed by',
      description: 'When it is needed at the latest, as far as that is stated',
    }),
    status: Status.default('open').meta({ title: 'Status', description: 'How it stands' }),
    statusWords: Narrative.optional()
      .meta({
        title: 'Status in words',
        description: 'How it stands; why, where it is at risk or no longer needed',
      })
      .register(neededIf, { words: 'it is at risk or no longer needed' }),
    closedOn: HappenedOn.optional().meta({
      title: 'Closed on',
      description: 'The day on which it was met, or found to be no longer needed',
    }),
    milestone: reference('milestone')
      .optional()
      .meta({ title: 'Milestone', description: 'Which milestone it affects' }),
    holdsStage: Id.optional().meta({
      title: 'Holds stage',
      description: 'The stage that the review cannot leave before it is met',
    }),
    source,
    exempt,
  })
  .refine((one) => (one.on === 'review') === (one.review !== undefined), {
    path: ['review'],
    message: 'must name a review, and only where "on" is "review"',
  })
  .refine((one) => (one.on === 'review-elsewhere') === (one.elsewhere !== undefined), {
    path: ['elsewhere'],
    message: 'must name a review outside the programme, and only where "on" is "review-elsewhere"',
  })
  .meta({ id: 'Dependency' });
export type Dependency = z.infer<typeof Dependency>;

export const DependenciesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    direction: Direction,
    on: On,
    review: Id.optional(),
    elsewhere: z.string().optional(),
    owner: z.string().optional(),
    neededBy: DateStatement,
    status: Status,
    milestone: Id.optional(),
    holdsStage: Id.optional(),
    confirmedOn: LocalDate.optional(),
  }),
);
export type DependenciesSection = z.infer<typeof DependenciesSection>;

const Row = ReportSubject.extend({
  dependency: Id,
  /** It is one of the review's own record, not of the register. */
  inReviewRecord: z.boolean(),
  dependencyTitle: z.string(),
  direction: Direction,
  on: On,
  /** Its title; of one that the programme does not have, its id or what it is called. */
  otherReview: z.string().nullable(),
  owner: z.string().nullable(),
  neededBy: DateStatement,
  status: Status,
  overdue: z.boolean(),
  milestone: z.string().nullable(),
  holdsStage: z.string().nullable(),
});

const DependenciesPart = z.object({
  total: z.int(),
  open: z.int(),
  met: z.int(),
  noLongerNeeded: z.int(),
  /** Of the open ones. */
  atRisk: z.int(),
  /** Of the open ones too. */
  overdue: z.int(),
  openRows: listedOf(Row),
});
export type DependenciesPart = z.infer<typeof DependenciesPart>;

export const dependency = declareRegister({
  kind: 'dependency',
  path: 'dependencies',
  purpose: 'What waits for another review, an outside body or a document, by when, and who sees to it.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Dependency,
  columns: ['title', 'direction', 'on', 'owner', 'neededBy', 'status'],
  entryName: ({ title }) => `the dependency "${title}"`,
  position: section('dependencies', DependenciesSection, []),
  across: across(DependenciesSection, {
    states: Status,
    open: ['open', 'on-track', 'at-risk'],
    has: ['owner', 'due'],
    rows: (dependencies) =>
      dependencies.map(({ id, title, status, owner, neededBy }) => ({
        ...{ id, title, state: status, owner, dueOn: lastDayStated(neededBy), weight: status === 'at-risk' ? 1 : 0 },
      })),
  }),
  report: reportPart('dependencies', DependenciesPart, 'rules-2'),
  example: {
    title: 'Lease of the new hall',
    on: 'outside-body',
    words: 'The landlord signs the lease before staff can move.',
    owner: 'Head of Property',
    neededBy: { kind: 'month', month: '2026-05' },
    status: 'on-track',
  },
  exampleId: 'lease-of-the-new-hall',
});
