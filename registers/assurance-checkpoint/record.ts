import * as z from 'zod';
import { choice } from '#schemas/choices.ts';
import { DateStatement, lastDayStated } from '#schemas/date-statement.ts';
import { HappenedWhen, PlannedWhen } from '#schemas/dates.ts';
import { Id, Narrative, Sentence, Subject, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { RatingName } from '#schemas/rating-names.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, reportPart, section } from '../declaration.ts';
import { exempt, source } from '../field-kinds.ts';

export const CheckpointKind = choice({
  gateway: 'Gateway review',
  'deep-dive': 'Deep dive',
  'health-check': 'Health check',
  informal: 'Informal',
  other: 'Other',
});
const Status = choice({ planned: 'Planned', done: 'Done', cancelled: 'Cancelled' });

/** A look at a review or the programme from outside, planned or done: what it found, with a colour only where it gave one. */
export const AssuranceCheckpoint = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What is looked at' }),
    kind: CheckpointKind.meta({
      title: 'Kind',
      description: 'What kind of checkpoint it is; all but informal are formal',
    }),
    by: Title.optional().meta({ title: 'Carried out by', description: "The body or team, not a person's name" }),
    planned: PlannedWhen.default({ kind: 'not-stated' }).meta({
      title: 'Planned',
      description: 'When it is to be done, as far as that is stated',
    }),
    status: Status.default('planned').meta({ title: 'Status', description: 'Whether it was done' }),
    doneOn: HappenedWhen.optional()
      .meta({
        title: 'Done on',
        description: 'When it was done, as far as that is stated; only for one that was done',
      })
      .register(neededIf, { words: 'it was done' }),
    findings: Narrative.optional().meta({ title: 'Findings', description: 'What it found' }),
    rating: RatingName.optional().meta({
      title: 'Rating',
      description: 'The delivery confidence that it gave; left out where it gave none',
    }),
    reason: Sentence.optional()
      .meta({ title: 'Why it was cancelled', description: 'Only for one that was cancelled' })
      .register(neededIf, { words: 'it is cancelled' }),
    source,
    exempt,
  })
  .refine(({ status, doneOn }) => (status === 'done') === (doneOn !== undefined), {
    path: ['doneOn'],
    message: 'must say when it was done, and only of one that was',
  })
  .meta({ id: 'AssuranceCheckpoint' });
export type AssuranceCheckpoint = z.infer<typeof AssuranceCheckpoint>;

export const CheckpointFacts = z
  .object({ by: Subject.meta({ description: 'Who of assurance last recorded it' }) })
  .meta({ id: 'CheckpointFacts' });

export const CheckpointsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    kind: CheckpointKind,
    by: z.string().optional(),
    planned: DateStatement,
    status: Status,
    doneOn: DateStatement.optional(),
    findings: z.string().optional(),
    rating: RatingName.optional(),
  }),
);
export type CheckpointsSection = z.infer<typeof CheckpointsSection>;

const Row = ReportSubject.extend({
  checkpoint: Id,
  checkpointTitle: z.string(),
  kind: CheckpointKind,
  by: z.string().nullable(),
});

const CheckpointsPart = z.object({
  total: z.int(),
  /** Of those planned, how many are overdue. */
  overdue: z.int(),
  cancelled: z.int(),
  due: listedOf(Row.extend({ planned: DateStatement, overdue: z.boolean() })),
  /** Each review's and the programme's, the latest last. `outOfDate`: its rating is not of today (docs/meaning.md CONFIDENCE-20). */
  done: listedOf(
    Row.extend({
      doneOn: DateStatement,
      findings: z.string().nullable(),
      rating: RatingName.nullable(),
      outOfDate: z.boolean(),
    }),
  ),
  /** Counted reviews that never had one. */
  never: listedOf(ReportSubject.extend({ tier: z.string() })),
});
export type CheckpointsPart = z.infer<typeof CheckpointsPart>;

export const assuranceCheckpoint = declareRegister({
  kind: 'assurance-checkpoint',
  purpose:
    'Gateway reviews, deep dives, health checks and informal looks by assurance: planned, done, and what they found.',
  scopes: ['review', 'programme'],
  writers: ['assurance'],
  record: AssuranceCheckpoint,
  facts: CheckpointFacts,
  problems: ['checkpoint.own-review'],
  columns: ['title', 'kind', 'by', 'planned', 'status', 'doneOn', 'rating'],
  entryName: ({ title }) => `the assurance checkpoint "${title}"`,
  position: section('assuranceCheckpoints', CheckpointsSection, []),
  across: across(CheckpointsSection, {
    states: Status,
    open: ['planned'],
    has: ['due'],
    rows: (checkpoints) =>
      checkpoints.map(({ id, title, status, planned }) => ({
        ...{ id, title, state: status, dueOn: lastDayStated(planned), weight: 0 },
      })),
  }),
  report: reportPart('assuranceCheckpoints', CheckpointsPart, 'rules-2'),
  example: {
    title: 'Readiness for service',
    kind: 'gateway',
    by: 'Internal Audit',
    planned: { kind: 'month', month: '2025-12' },
    status: 'done',
    doneOn: { kind: 'date', date: '2025-12-12' },
    findings: 'The service can be taken over. The staffing plan has no margin for sickness.',
    rating: 'amber',
  },
  exampleId: 'readiness-for-service',
});
