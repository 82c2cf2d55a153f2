import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { Id, Narrative, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, NoChangeFacts, reference } from '../field-kinds.ts';

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
    raisedOn: HappenedOn.meta({ title: 'Raised on', description: 'The day on which it was raised' }),
    risk: reference('risk').optional().meta({ title: 'Risk', description: 'The risk that it was before it happened' }),
    status: Status.default('open').meta({ title: 'Status', description: 'Whether it still needs mending' }),
    closedOn: HappenedOn.optional().meta({
      title: 'Closed on',
      description: 'The day on which it was resolved; only for a closed issue',
    }),
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
    /** The day on which it was last recorded, changed or reviewed without a change. */
    confirmedOn: LocalDate.optional(),
  }),
);
export type IssuesSection = z.infer<typeof IssuesSection>;

const IssuesPart = z.object({
  open: z.int(),
  high: z.int(),
  /** The open ones of high severity. */
  highOpen: listedOf(
    ReportSubject.extend({ issue: Id, issueTitle: z.string(), owner: z.string().nullable(), raisedOn: LocalDate }),
  ).optional(),
});

export const issue = declareRegister({
  kind: 'issue',
  purpose: 'What has gone wrong and needs mending.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Issue,
  facts: NoChangeFacts,
  reviewedNoChange: true,
  daysInOrder: [['raisedOn', 'closedOn']],
  columns: ['title', 'severity', 'status', 'owner', 'raisedOn', 'closedOn'],
  entryName: ({ title }) => `the issue "${title}"`,
  position: section('issues', IssuesSection, []),
  report: firstReportPart('issues', IssuesPart),
  example: {
    title: 'The condition survey is missing',
    description: 'The survey of the old depot was never handed over, so that its repairs cannot be priced.',
    severity: 'medium',
    owner: 'Head of Property',
    raisedOn: '2026-01-02',
  },
  exampleId: 'survey-missing',
});
