import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { HappenedOn, PlannedOn, PlannedWhen } from '#schemas/dates.ts';
import { distinct, Id, identified, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { Matter } from '#schemas/matters.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, otherReview, reference, source, Votes } from '../field-kinds.ts';

const Status = choice({ planned: 'Planned', held: 'Held', cancelled: 'Cancelled' });
const Purpose = choice({ decide: 'To decide', advise: 'To consider or endorse', note: 'To note' });

const MinuteKind = choice({ decision: 'Decision', action: 'Action', note: 'Note' });
export const MinuteOutcome = choice({
  agreed: 'Agreed',
  refused: 'Refused',
  deferred: 'Deferred',
  'taken-note-of': 'Taken note of',
});
const ActionStatus = choice({ open: 'Open', done: 'Done', dropped: 'Dropped' });

const AgendaItem = z.strictObject({
  id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once on this agenda' }),
  what: Sentence.meta({ title: 'Item', description: 'What is taken up' }),
  purpose: Purpose.meta({ title: 'Purpose', description: 'What the body is asked for' }),
  matter: Matter.meta({ title: 'Matter', description: 'What kind of record it is about' }),
  review: otherReview.optional().meta({ title: 'Review', description: 'The review that it is about, if it is one' }),
  entry: Id.optional().meta({
    title: 'Record',
    description: 'The id of the record in its register, of that review or of the programme; of a return its month',
  }),
  presentedBy: Owner.optional().meta({
    title: 'Presented by',
    description: "The post that presents it, not a person's name",
  }),
});

const Minute = z.strictObject({
  id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once in these minutes' }),
  item: Id.optional().meta({ title: 'Agenda item', description: 'The item of the agenda that it comes from' }),
  kind: MinuteKind.meta({ title: 'Kind', description: 'What was minuted' }),
  words: Sentence.meta({ title: 'In words', description: 'What was decided, is to be done, or was said' }),
  outcome: MinuteOutcome.optional().meta({ title: 'Outcome', description: 'What became of the decision' }),
  decision: reference('decision').optional().meta({
    title: 'Decision',
    description: 'The decision of the programme that was taken up, in its register',
  }),
  ofReview: z
    .strictObject({
      review: otherReview.meta({ title: 'Review', description: 'The review' }),
      decision: Id.optional().meta({ title: 'Decision', description: 'Its decision that was taken up, by its id' }),
    })
    .optional()
    .meta({
      title: 'Of a review',
      description: 'The review that it is about and, of a decision, which of its decisions',
    }),
  votes: Votes.optional().meta({ title: 'Votes', description: 'How many voted which way, where that was counted' }),
  owner: Owner.optional().meta({ title: 'Owner', description: "Who is to do it: a post or team, not a person's name" }),
  due: PlannedWhen.optional().meta({ title: 'Due', description: 'By when it is to be done, as far as that is stated' }),
  status: ActionStatus.optional().meta({
    title: 'Status',
    description: 'How far an action has come; open unless stated',
  }),
  doneOn: HappenedOn.optional()
    .meta({ title: 'Done on', description: 'The day on which the action was done' })
    .register(neededIf, { words: 'it is done' }),
});
export type Minute = z.infer<typeof Minute>;

/** A body that meets: what is on its agenda, who attended by post, and what was decided and is to be done. */
export const Meeting = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The meeting in a few words' }),
    body: Title.meta({
      title: 'Body',
      description: 'The board, committee or post that meets, as the programme calls it',
    }),
    on: PlannedOn.meta({ title: 'On', description: 'The day on which it meets or met' }),
    status: Status.default('planned').meta({ title: 'Status', description: 'Whether it has taken place' }),
    chair: Owner.optional().meta({ title: 'Chair', description: "The post that takes the chair, not a person's name" }),
    attendees: distinct(Owner, 60).default([]).meta({
      title: 'Attended by',
      description: "The posts that attended, not people's names",
    }),
    apologies: distinct(Owner, 60)
      .optional()
      .meta({ title: 'Apologies', description: 'The posts that sent apologies' }),
    agenda: identified(AgendaItem, 60).default([]).meta({
      title: 'Agenda',
      description: 'What is taken up, in order; what is due is proposed by its own address',
    }),
    minutes: identified(Minute, 100).default([]).meta({
      title: 'Minutes',
      description: 'What was decided and is to be done, item by item',
    }),
    minutesAgreedOn: HappenedOn.optional().meta({
      title: 'Minutes agreed on',
      description: 'The day on which the body agreed the minutes',
    }),
    words: Narrative.optional().meta({ title: 'In words', description: 'What else is to be said of it' }),
    source,
    exempt,
  })
  .meta({ id: 'Meeting' });
export type Meeting = z.infer<typeof Meeting>;

const Ahead = z
  .object({
    openActions: z.int().meta({ description: 'How many of its actions are open' }),
    decided: z.int().meta({ description: 'How many decisions its minutes have' }),
  })
  .meta({ id: 'MeetingTally' });

export const MeetingsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    body: z.string(),
    on: LocalDate,
    status: Status,
    attendees: z.array(z.string()),
    agenda: z.array(z.object({ id: Id, what: z.string() })),
    minutes: z.array(
      z.object({
        id: Id,
        kind: MinuteKind,
        words: z.string(),
        outcome: MinuteOutcome.optional(),
        decision: Id.optional(),
        ofReview: z.object({ review: Id, decision: Id.optional() }).optional(),
        votes: Votes.optional(),
        owner: z.string().optional(),
        due: DateStatement.optional(),
        status: ActionStatus.optional(),
      }),
    ),
    minutesAgreedOn: LocalDate.optional(),
  }),
);
export type MeetingsSection = z.infer<typeof MeetingsSection>;

const About = ReportSubject.extend({ meeting: Id, meetingTitle: z.string(), body: z.string(), on: LocalDate });

const MeetingsPart = z.object({
  /** Of which no report before this one knew that they were held. */
  held: listedOf(
    About.extend({
      attendees: z.int(),
      decided: z.array(z.object({ words: z.string(), outcome: MinuteOutcome.nullable(), votes: Votes.nullable() })),
      actions: z.int(),
      minutesAgreedOn: LocalDate.nullable(),
      recordedLate: z.literal(true).optional(),
    }),
  ),
  /** Planned for a day after the month, the next first. */
  ahead: listedOf(About.extend({ agenda: z.array(z.string()) })),
  openActions: z.int(),
  overdue: z.int(),
  /** The open ones, the earliest due first. */
  actions: listedOf(
    About.extend({
      action: Id,
      what: z.string(),
      owner: z.string().nullable(),
      due: DateStatement.nullable(),
      overdue: z.boolean(),
    }),
  ),
});
export type MeetingsPart = z.infer<typeof MeetingsPart>;

export const meeting = declareRegister({
  kind: 'meeting',
  purpose: 'The meetings of the boards: what is taken up, who attended, what was decided, and who does what by when.',
  scopes: ['programme'],
  writers: team,
  record: Meeting,
  computed: Ahead,
  columns: ['title', 'body', 'on', 'status'],
  entryName: ({ title }) => `the meeting "${title}"`,
  position: section('meetings', MeetingsSection, []),
  report: reportPart('meetings', MeetingsPart, 'rules-2'),
  example: {
    title: 'Transformation Board of January',
    body: 'Transformation Board',
    on: '2026-01-05',
    status: 'held',
    chair: 'Leader of the Council',
    attendees: ['Head of Property', 'Head of Finance'],
    agenda: [{ id: 'sites', what: 'Which sites are given up first', purpose: 'advise', matter: 'other' }],
    minutes: [
      {
        id: 'sites',
        item: 'sites',
        kind: 'decision',
        words: 'The depot is given up first.',
        outcome: 'agreed',
        votes: { for: 5, against: 1, abstained: 0 },
      },
      {
        id: 'notice',
        item: 'sites',
        kind: 'action',
        words: 'Give notice of the lease',
        owner: 'Head of Property',
        due: { kind: 'date', date: '2026-03-31' },
      },
    ],
  },
  exampleId: 'board-of-january',
});
