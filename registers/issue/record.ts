import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { Id, identified, Narrative, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across, earliest } from '../across.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { Action, dueDay, exempt, NoChangeFacts, reference } from '../field-kinds.ts';

const Severity = choice({ low: 'Low', medium: 'Medium', high: 'High' });
const Status = choice({ open: 'Open', closed: 'Closed' });

/** Something that has gone wrong and needs mending; `risk` where it is one that happened. */
export const Issue = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The issue in a few words' }),
    description: Narrative.optional().meta({
      title: 'Description',
      description: 'What has gone wrong, and what it does to the review',
    }),
    severity: Severity.meta({ title: 'Severity', description: 'How much harm it does if nothing is done' }),
    owner: Owner.optional().meta({
      title: 'Owner',
      description: "The post or team that is to mend it, not a person's name",
    }),
    actions: identified(Action, 30).optional().meta({
      title: 'Actions',
      description: 'What is done to mend it, by whom and by when',
    }),
    raisedOn: HappenedOn.meta({ title: 'Raised on', description: 'The day on which it was raised' }),
    risk: reference('risk').optional().meta({ title: 'Risk', description: 'The risk that it was before it happened' }),
    status: Status.default('open').meta({ title: 'Status', description: 'Whether it still needs mending' }),
    closedOn: HappenedOn.optional()
      .meta({
        title: 'Closed on',
        description: 'The day on which it was resolved; only for a closed issue',
      })
      .register(neededIf, { words: 'it is closed' }),
    exempt,
  })
  .refine((issue) => (issue.status === 'closed') === (issue.closedOn !== undefined), {
    path: ['closedOn'],
    message: 'must be given for a closed issue, and only for one',
  })
  .meta({ id: 'Issue' });
export type Issue = z.infer<typeof Issue>;

export const IssuesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    severity: Severity,
    raisedOn: LocalDate,
    owner: z.string().optional(),
    risk: Id.optional(),
    status: Status,
    actions: z.array(Action.extend({ what: z.string(), owner: z.string().optional() })).optional(),
    /** The day on which it was last recorded, changed or reviewed without a change. */
    confirmedOn: LocalDate.optional(),
  }),
);
export type IssuesSection = z.infer<typeof IssuesSection>;

const AboutIssue = ReportSubject.extend({ issue: Id, issueTitle: z.string(), owner: z.string().nullable() });
const OpenAction = z.object({ what: z.string(), owner: z.string().nullable(), dueOn: LocalDate.nullable() });

const IssuesPart = z.object({
  open: z.int(),
  high: z.int(),
  /** The open ones of high severity. */
  highOpen: listedOf(AboutIssue.extend({ raisedOn: LocalDate, actions: z.array(OpenAction).optional() })).optional(),
  /** Of the open ones; reports before `rules-2` do not say. */
  withoutOwner: z.int().optional(),
  /** Open actions of open issues that are past their day. */
  overdue: listedOf(AboutIssue.extend({ what: z.string(), dueOn: LocalDate })).optional(),
});

/** The days by which the open ones are to be done. */
const daysOf = (actions: readonly Pick<z.infer<typeof Action>, 'status' | 'dueOn'>[]): readonly LocalDate[] =>
  actions.flatMap(({ status, dueOn }) => (status === 'open' ? (dueOn ?? []) : []));

const IssueDates = z
  .object({
    nextActionOn: dueDay.meta({
      title: 'Next action due',
      description:
        'The earliest day by which one of its open actions is to be done; none where none has a day, and once it is closed',
    }),
  })
  .meta({ id: 'IssueDates' });

/** What follows from an issue. */
export const datesOfIssue = ({ status, actions = [] }: Issue): z.infer<typeof IssueDates> => ({
  nextActionOn: status === 'open' ? earliest(daysOf(actions)) : null,
});

export const issue = declareRegister({
  kind: 'issue',
  purpose: 'What has gone wrong and needs mending.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Issue,
  facts: NoChangeFacts,
  computed: IssueDates,
  reviewedNoChange: true,
  daysInOrder: [['raisedOn', 'closedOn']],
  columns: ['title', 'severity', 'status', 'owner', 'raisedOn', 'closedOn'],
  entryName: ({ title }) => `the issue "${title}"`,
  position: section('issues', IssuesSection, []),
  across: across(IssuesSection, {
    states: Status,
    open: ['open'],
    has: ['owner', 'due'],
    rows: (issues) =>
      issues.map(({ id, title, status, owner, severity, actions = [] }) => ({
        ...{ id, title, state: status, owner, weight: Severity.options.indexOf(severity) },
        dueOn: earliest(daysOf(actions)),
      })),
    withActions: (issues) =>
      issues.flatMap(({ id, status, actions = [] }) => (status === 'open' ? [{ id, days: daysOf(actions) }] : [])),
  }),
  report: firstReportPart('issues', IssuesPart),
  example: {
    title: 'The condition survey is missing',
    description: 'The survey of the old depot was never handed over, so that its repairs cannot be priced.',
    severity: 'medium',
    owner: 'Head of Property',
    actions: [{ id: 'new-survey', what: 'Have the depot surveyed again', owner: 'Estates', dueOn: '2026-09-30' }],
    raisedOn: '2026-01-02',
  },
  exampleId: 'survey-missing',
});
