import * as z from 'zod';
import { addMonthsToDate, LocalDate, withinCalendar } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { distinct, Id, Narrative, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { dueDay, exempt, NoChangeFacts, reference, source } from '../field-kinds.ts';

const Status = choice({ open: 'Open', realised: 'Realised', 'given-up': 'Given up' });
const months = 'must be a whole number of months from 1 to 12';
const mostNamed = 30;

/** What a review leaves unrealised, in whose hands it is from then on, and what they reported of it since. */
export const Handover = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What is handed over, in a few words' }),
    savings: distinct(reference('saving'), mostNamed)
      .optional()
      .meta({ title: 'Savings', description: 'The savings lines of the review that are handed over' }),
    risks: distinct(reference('risk'), mostNamed)
      .optional()
      .meta({ title: 'Risks', description: 'Its risks that are handed over' }),
    issues: distinct(reference('issue'), mostNamed)
      .optional()
      .meta({ title: 'Issues', description: 'Its issues that are handed over' }),
    milestones: distinct(reference('milestone'), mostNamed)
      .optional()
      .meta({ title: 'Milestones', description: 'Its milestones that are handed over' }),
    unrealised: distinct(Id, mostNamed).optional().meta({
      title: 'Unrealised benefits',
      description: "Those of the review's own record that are handed over, by their ids",
    }),
    to: Owner.meta({
      title: 'To',
      description: "The post or team that answers for it from then on and reports on it, not a person's name",
    }),
    on: HappenedOn.meta({ title: 'Handed over on', description: 'The day on which it was handed over' }),
    everyMonths: z.int(numberFault(months)).min(1, months).max(12, months).meta({
      title: 'Reports every so many months',
      description: 'How many months there are at most between two updates',
    }),
    updates: z
      .array(
        z.strictObject({
          on: HappenedOn.meta({ title: 'On', description: 'The day of the update' }),
          words: Narrative.meta({ title: 'In words', description: 'How far it has come' }),
        }),
      )
      .max(120, 'must hold at most 120 entries')
      .optional()
      .meta({ title: 'Updates', description: 'What its owner has reported since' }),
    status: Status.default('open').meta({ title: 'Status', description: 'Whether it is still to be realised' }),
    statusWords: Narrative.optional()
      .meta({
        title: 'Status in words',
        description: 'What came of it; why, where it was given up',
      })
      .register(neededIf, { words: 'it was given up' }),
    closedOn: HappenedOn.optional()
      .meta({
        title: 'Closed on',
        description: 'The day on which it was realised or given up; only then',
      })
      .register(neededIf, { words: 'it was realised or given up' }),
    source,
    exempt,
  })
  .refine((one) => (one.status === 'open') === (one.closedOn === undefined), {
    path: ['closedOn'],
    message: 'must be given where it was realised or given up, and only there',
  })
  .refine((one) => one.status !== 'given-up' || one.statusWords !== undefined, {
    path: ['statusWords'],
    message: 'must say why it was given up',
  })
  .meta({ id: 'Handover' });
export type Handover = z.infer<typeof Handover>;

export const HandoversSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    to: z.string(),
    on: LocalDate,
    everyMonths: z.int(),
    status: Status,
    savings: z.array(Id),
    risks: z.array(Id),
    issues: z.array(Id),
    milestones: z.array(Id),
    unrealised: z.array(Id),
    /** Without words where it was reviewed and nothing had changed. */
    lastUpdate: z.object({ on: LocalDate, words: z.string().nullable() }).nullable(),
  }),
);
export type HandoversSection = z.infer<typeof HandoversSection>;

const HandoverDates = z
  .object({
    nextUpdateOn: dueDay.meta({
      title: 'Next update due',
      description:
        'The day by which its owner is to report on it: so many months after the last update, else after the handover; none once it was realised or given up',
    }),
  })
  .meta({ id: 'HandoverDates' });

type Updated = Pick<HandoversSection[number], 'on' | 'everyMonths' | 'lastUpdate'>;
/** By when the owner of what was handed over is to report next. */
export const nextUpdateOf = ({ on, everyMonths, lastUpdate }: Updated): LocalDate =>
  addMonthsToDate(lastUpdate?.on ?? on, everyMonths);

/** What follows from a handover. */
export const datesOfHandover = ({
  status,
  ...updated
}: Updated & Pick<Handover, 'status'>): z.infer<typeof HandoverDates> => ({
  nextUpdateOn: status === 'open' ? withinCalendar(nextUpdateOf(updated)) : null,
});

const Row = ReportSubject.extend({
  handover: Id,
  handoverTitle: z.string(),
  to: z.string(),
  on: LocalDate,
  everyMonths: z.int(),
  /** What is handed over, by its titles. */
  of: z.array(z.string()),
  lastUpdate: z.object({ on: LocalDate, words: z.string().nullable() }).nullable(),
  /** The day by which the next update is due. */
  dueOn: LocalDate,
  overdue: z.boolean(),
});

const HandoversPart = z.object({
  total: z.int(),
  open: z.int(),
  realised: z.int(),
  givenUp: z.int(),
  /** Of the open ones. */
  overdue: z.int(),
  openRows: listedOf(Row),
});
export type HandoversPart = z.infer<typeof HandoversPart>;

export const handover = declareRegister({
  kind: 'handover',
  purpose: 'What a review leaves unrealised, who goes on reporting on it, and what they have reported.',
  scopes: ['review'],
  writers: team,
  record: Handover,
  facts: NoChangeFacts,
  computed: HandoverDates,
  reviewedNoChange: true,
  daysInOrder: [['on', 'closedOn']],
  columns: ['title', 'to', 'on', 'everyMonths', 'status', 'closedOn'],
  entryName: ({ title }) => `the handover "${title}"`,
  position: section('handovers', HandoversSection, []),
  across: across(HandoversSection, {
    states: Status,
    open: ['open'],
    has: ['owner', 'due'],
    rows: (handovers) =>
      handovers.map(({ id, title, status, to, ...updated }) => ({
        ...{ id, title, state: status, owner: to, weight: 0 },
        dueOn: nextUpdateOf(updated),
      })),
  }),
  report: reportPart('handovers', HandoversPart, 'rules-2'),
  example: {
    title: 'The rent of the depot, from its sale on',
    to: 'Head of Property',
    on: '2026-01-05',
    everyMonths: 3,
    updates: [{ on: '2026-01-05', words: 'The buyer is found; the contract is with the solicitors.' }],
  },
  exampleId: 'rent-of-the-depot',
});
