import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { HappenedOn, PlannedOn, PlannedWhen } from '#schemas/dates.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, NoChangeFacts, reference, source } from '../field-kinds.ts';

const DecisionKind = choice({
  'key-decision': 'Key decision',
  'officer-decision': 'Officer decision',
  endorsement: 'Endorsement',
  'cabinet-committee-consideration': 'Cabinet committee consideration',
  other: 'Other',
});
const Status = choice({ due: 'Due', taken: 'Taken', deferred: 'Deferred', refused: 'Refused' });

/**
 * A decision due or taken. `noticeOn` is the day the notice of a key decision was published: the meeting is then
 * at the earliest after 28 clear days (SI 2012/2089 reg. 9).
 */
export const Decision = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What is to be decided' }),
    body: Title.meta({ title: 'Body', description: 'The body or post that decides' }),
    kind: DecisionKind.meta({ title: 'Kind', description: 'What kind of decision it is under the constitution' }),
    status: Status.default('due').meta({ title: 'Status', description: 'How far the decision has come' }),
    dueOn: PlannedWhen.default({ kind: 'not-stated' }).meta({
      title: 'Due',
      description: 'When the decision is to be taken, as far as that is stated',
    }),
    takenOn: HappenedOn.optional().meta({
      title: 'Taken on',
      description: 'The day on which it was taken; only for a decision that was taken',
    }),
    reference: Title.optional().meta({ title: 'Reference', description: 'The number under which it is published' }),
    decisionMaker: Title.optional().meta({
      title: 'Decision maker',
      description: 'Where one person takes it: the post, not a name',
    }),
    noticeOn: PlannedOn.optional().meta({
      title: 'Notice published on',
      description: 'The day on which notice of a key decision was published',
    }),
    urgency: z
      .strictObject({
        kind: choice({ 'general-exception': 'General exception', 'special-urgency': 'Special urgency' }).meta({
          title: 'Kind',
          description: 'Regulation 10, with at least five clear days of notice, or regulation 11, without',
        }),
        reason: Sentence.meta({ title: 'Reason', description: 'Why 28 clear days of notice could not be given' }),
        noticeOn: PlannedOn.optional().meta({
          title: 'Notice of urgency on',
          description: 'The day on which the notice that says why was made available',
        }),
        agreedBy: Title.optional().meta({
          title: 'Informed or agreed by',
          description: 'The chair who was informed or who agreed: the post, not a name',
        }),
      })
      .optional()
      .meta({
        title: 'Urgency',
        description: 'The exception under which a key decision is taken without 28 clear days of notice (SI 2012/2089)',
      }),
    publishedOn: HappenedOn.optional().meta({
      title: 'Decision published on',
      description: 'The day on which the decision was published: the call-in window runs from it',
    }),
    callInWorkingDays: z
      .int(numberFault('must be a number of working days from 0 to 20'))
      .min(0, 'must be a number of working days from 0 to 20')
      .max(20, 'must be a number of working days from 0 to 20')
      .optional()
      .meta({
        title: 'Call-in, working days',
        description: 'How long it can be called in; five where not stated, 0 where it is exempt from call-in',
      }),
    preScrutiny: z
      .strictObject({
        body: Title.meta({ title: 'Committee', description: 'Which committee considers it' }),
        on: PlannedWhen.meta({ title: 'When', description: 'When it does, as far as that is stated' }),
      })
      .optional()
      .meta({
        title: 'Scrutiny beforehand',
        description: 'The committee that considers the decision before it is taken',
      }),
    deliveryModel: reference('delivery-model').optional().meta({
      title: 'Delivery model',
      description: 'The preferred delivery model that this decision adopts',
    }),
    words: Narrative.optional().meta({ title: 'What was decided', description: 'The decision in its own words' }),
    source,
    exempt,
  })
  .refine((decision) => (decision.status === 'taken') === (decision.takenOn !== undefined), {
    path: ['takenOn'],
    message: 'must be given for a decision that is taken, and only for one',
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

export const DecisionDates = z
  .object({
    earliestMeetingOn: LocalDate.nullable().meta({
      description: 'The earliest day of the meeting after 28 clear days of notice; null without a notice',
    }),
    callInEndsOn: LocalDate.nullable().meta({
      description:
        'The last day on which it can be called in; null before it is published, or where it is exempt from call-in',
    }),
    earliestImplementationOn: LocalDate.nullable().meta({
      description: 'The first day on which it can be implemented unless it is called in; null before it is published',
    }),
  })
  .meta({ id: 'DecisionDates' });

export const DecisionsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    body: z.string(),
    kind: DecisionKind,
    status: Status,
    dueOn: DateStatement,
    takenOn: LocalDate.optional(),
    noticeOn: LocalDate.optional(),
    urgency: z.object({ kind: z.string() }).optional(),
    publishedOn: LocalDate.optional(),
    callInWorkingDays: z.int().optional(),
    reference: z.string().optional(),
    deliveryModel: Id.optional(),
    /** The day on which it was last recorded, changed or reviewed without a change. */
    confirmedOn: LocalDate.optional(),
  }),
);
export type DecisionsSection = z.infer<typeof DecisionsSection>;

const About = ReportSubject.extend({ decision: z.string(), body: z.string(), kind: z.string() });

const DecisionsPart = z.object({
  taken: listedOf(
    About.extend({
      on: LocalDate,
      reference: z.string().nullable(),
      recordedLate: z.literal(true).optional(),
      /** Reports before `rules-2` have none; null: not yet published, or exempt from call-in. */
      callInEndsOn: LocalDate.nullable().optional(),
      earliestImplementationOn: LocalDate.nullable().optional(),
    }),
  ),
  due: listedOf(About.extend({ id: Id.optional(), dueOn: DateStatement })),
  /** What was due at the end of the report before and has been deferred, refused or withdrawn since. */
  settled: listedOf(About.extend({ how: z.enum(['deferred', 'refused', 'withdrawn']) })).optional(),
});

export const decision = declareRegister({
  kind: 'decision',
  purpose: 'Decisions that are due or were taken, by which body, and what they adopt.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Decision,
  facts: NoChangeFacts,
  reviewedNoChange: true,
  computed: DecisionDates,
  columns: ['title', 'kind', 'body', 'status', 'dueOn', 'takenOn', 'reference'],
  entryName: ({ title }) => `the decision "${title}"`,
  position: section('decisions', DecisionsSection, []),
  report: firstReportPart('decisions', DecisionsPart),
  example: {
    title: 'Adopt the trading company',
    body: 'Cabinet',
    kind: 'key-decision',
    dueOn: { kind: 'month', month: '2026-07' },
    noticeOn: '2026-05-01',
  },
  exampleId: 'adopt-the-company',
});
