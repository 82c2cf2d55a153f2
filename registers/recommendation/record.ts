import * as z from 'zod';
import { choice } from '#schemas/choices.ts';
import { DateStatement, lastDayStated } from '#schemas/date-statement.ts';
import { HappenedOn, HappenedWhen, PlannedWhen } from '#schemas/dates.ts';
import { Id, Narrative, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, reference, source } from '../field-kinds.ts';

const Origin = choice({
  'peer-challenge': 'Peer challenge',
  'select-committee': 'Select committee',
  committee: 'Committee',
  audit: 'Audit',
  inspection: 'Inspection',
  assurance: 'Assurance',
  other: 'Other',
});
const Response = choice({
  awaited: 'Awaited',
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  rejected: 'Rejected',
});
const Status = choice({ open: 'Open', closed: 'Closed' });

/** What somebody outside the review recommended, what was answered, and what became of it. */
export const Recommendation = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The recommendation in a few words' }),
    origin: Origin.meta({ title: 'Made by', description: 'What kind of body or review made it' }),
    paper: Title.optional().meta({ title: 'Paper', description: 'The report or meeting in which it was made' }),
    checkpoint: reference('assurance-checkpoint').optional().meta({
      title: 'Checkpoint',
      description: 'The checkpoint by assurance in which it was made',
    }),
    number: Title.optional().meta({ title: 'Number', description: 'Its number in that paper' }),
    text: Narrative.optional().meta({ title: 'Recommendation', description: 'What is recommended, in its own words' }),
    madeOn: HappenedWhen.default({ kind: 'not-stated' }).meta({
      title: 'Made on',
      description: 'When it was made, as far as that is stated',
    }),
    response: Response.default('awaited').meta({ title: 'Response', description: 'What the council answered' }),
    responseWords: Narrative.optional()
      .meta({
        title: 'Response in words',
        description: 'The answer; why, where it was rejected or accepted in part',
      })
      .register(neededIf, { words: 'it was rejected or accepted in part' }),
    action: Narrative.optional().meta({ title: 'Action', description: 'What is done about it' }),
    owner: Owner.optional().meta({
      title: 'Owner',
      description: "The post or team that answers for the action, not a person's name",
    }),
    due: PlannedWhen.default({ kind: 'not-stated' }).meta({
      title: 'Due',
      description: 'When the action is to be finished, as far as that is stated',
    }),
    progress: Narrative.optional().meta({ title: 'Progress', description: 'How far the action has come' }),
    status: Status.default('open').meta({ title: 'Status', description: 'Whether something is still to be done' }),
    closedOn: HappenedOn.optional()
      .meta({
        title: 'Closed on',
        description: 'The day on which it was closed; only for a closed recommendation',
      })
      .register(neededIf, { words: 'it is closed' }),
    evidence: Narrative.optional()
      .meta({
        title: 'Evidence',
        description: 'What shows that it was done: needed to close what was accepted',
      })
      .register(neededIf, { words: 'it is closed and was not rejected' }),
    source,
    exempt,
  })
  .refine((one) => (one.status === 'closed') === (one.closedOn !== undefined), {
    path: ['closedOn'],
    message: 'must be given for a closed recommendation, and only for one',
  })
  .meta({ id: 'Recommendation' });
export type Recommendation = z.infer<typeof Recommendation>;

export const RecommendationsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    paper: z.string().optional(),
    number: z.string().optional(),
    response: Response,
    owner: z.string().optional(),
    due: DateStatement,
    status: Status,
  }),
);
export type RecommendationsSection = z.infer<typeof RecommendationsSection>;

const Row = ReportSubject.extend({
  recommendation: Id,
  recommendationTitle: z.string(),
  paper: z.string().nullable(),
  number: z.string().nullable(),
  owner: z.string().nullable(),
  response: Response,
  due: DateStatement,
  overdue: z.boolean(),
});

const RecommendationsPart = z.object({
  total: z.int(),
  open: z.int(),
  closed: z.int(),
  /** Of the open ones. */
  awaitingResponse: z.int(),
  rejected: z.int(),
  /** Of the open ones too. */
  overdue: z.int(),
  openRows: listedOf(Row),
});
export type RecommendationsPart = z.infer<typeof RecommendationsPart>;

export const recommendation = declareRegister({
  kind: 'recommendation',
  purpose: 'What peer challenge, committees, audit and assurance recommended, and what became of it.',
  scopes: ['review', 'programme'],
  writers: [...team, 'assurance'],
  record: Recommendation,
  columns: ['number', 'title', 'origin', 'response', 'owner', 'due', 'status'],
  entryName: ({ title }) => `the recommendation "${title}"`,
  position: section('recommendations', RecommendationsSection, []),
  across: across(RecommendationsSection, {
    states: Status,
    open: ['open'],
    has: ['owner', 'due'],
    rows: (recommendations) =>
      recommendations.map(({ id, title, status, owner, due, response }) => ({
        ...{ id, title, state: status, owner, dueOn: lastDayStated(due), weight: response === 'awaited' ? 1 : 0 },
      })),
  }),
  report: reportPart('recommendations', RecommendationsPart, 'rules-2'),
  example: {
    title: 'Agree how benefits are measured',
    origin: 'peer-challenge',
    paper: 'Peer challenge of the programme',
    number: '7',
    text: 'Agree, before any contract is let, how its benefits will be measured and by whom.',
    madeOn: { kind: 'date', date: '2026-01-02' },
    response: 'accepted',
    action: 'Write the measures into each business case.',
    owner: 'Head of Finance',
    due: { kind: 'month', month: '2026-06' },
  },
  exampleId: 'measure-benefits',
});
