import * as z from 'zod';
import { LocalDate, ReportMonth } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement, lastDayStated } from '#schemas/date-statement.ts';
import { HappenedOn, PlannedOn, PlannedWhen } from '#schemas/dates.ts';
import { Figure } from '#schemas/figures.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, NoChangeFacts, reference, source, Votes } from '../field-kinds.ts';
import { Divisions, Duty, KnownDuty, KnownStep, RoutePurpose, RouteStep, Status } from './choices.ts';
import { DecisionDates, openStates } from './worked-out.ts';

export const DecisionKind = choice({
  'key-decision': 'Key decision',
  'officer-decision': 'Officer decision',
  endorsement: 'Endorsement',
  'cabinet-committee-consideration': 'Cabinet committee consideration',
  other: 'Other',
});
const isSettled = (status: z.infer<typeof Status>): boolean => status !== 'due' && status !== 'taken';

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
    takenOn: HappenedOn.optional()
      .meta({
        title: 'Taken on',
        description: 'The day on which it was taken; only for a decision that was taken',
      })
      .register(neededIf, { words: 'it was taken' }),
    settledOn: HappenedOn.optional().meta({
      title: 'Deferred, refused or withdrawn on',
      description: 'The day on which it was; only for a decision that was',
    }),
    reason: Narrative.optional().meta({
      title: 'Why it was deferred, refused or withdrawn',
      description: 'The reason; only for a decision that was',
    }),
    value: Figure.optional().meta({
      title: 'Expenditure or saving',
      description: "What it spends or saves: over the programme's threshold a decision is key",
    }),
    divisions: Divisions.optional().meta({
      title: 'Divisions affected',
      description: 'How many wards or electoral divisions it has a significant effect in: with two or more it is key',
    }),
    notKeyReason: Sentence.optional().meta({
      title: 'Why it is not key',
      description: 'Where it is over the threshold, or affects two or more divisions, and is not treated as key',
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
    route: z.array(RouteStep).max(20, 'must hold at most 20 steps').optional().meta({
      title: 'Route',
      description: 'The bodies that take it up, in order, each with what for, when and what came of it',
    }),
    bestValue: Narrative.optional().meta({
      title: 'Best Value statement',
      description: 'How it secures continuous improvement (Local Government Act 1999 s. 3)',
    }),
    equalityImpact: Duty.optional().meta({
      title: 'Equality impact assessment',
      description: 'How far the assessment of this decision has come (Equality Act 2010 s. 149)',
    }),
    consultation: Duty.optional().meta({
      title: 'Consultation',
      description: 'How far the consultation on this decision has come',
    }),
    deliveryModel: reference('delivery-model').optional().meta({
      title: 'Delivery model',
      description: 'The preferred delivery model that this decision adopts',
    }),
    votes: Votes.optional().meta({
      title: 'Votes',
      description: 'How many voted which way, where that was counted; only for a decision that was taken or refused',
    }),
    words: Narrative.optional().meta({ title: 'What was decided', description: 'The decision in its own words' }),
    source,
    exempt,
  })
  .refine((decision) => (decision.status === 'taken') === (decision.takenOn !== undefined), {
    path: ['takenOn'],
    message: 'must be given for a decision that is taken, and only for one',
  })
  .refine(({ status, settledOn }) => settledOn === undefined || isSettled(status), {
    path: ['settledOn'],
    message: 'must be left out: the decision was neither deferred, refused nor withdrawn',
  })
  .refine(({ status, reason }) => reason === undefined || isSettled(status), {
    path: ['reason'],
    message: 'must be left out: the decision was neither deferred, refused nor withdrawn',
  })
  .refine(({ status, votes }) => votes === undefined || status === 'taken' || status === 'refused', {
    path: ['votes'],
    message: 'must be left out: the decision was neither taken nor refused',
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

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
    votes: Votes.optional(),
    deliveryModel: Id.optional(),
    settledOn: LocalDate.optional(),
    reason: z.string().optional(),
    value: Figure.optional(),
    divisions: Divisions.optional(),
    notKeyReason: z.string().optional(),
    route: z.array(KnownStep).optional(),
    bestValue: z.string().optional(),
    equalityImpact: KnownDuty.optional(),
    consultation: KnownDuty.optional(),
    /** The day on which it was last recorded, changed or reviewed without a change. */
    confirmedOn: LocalDate.optional(),
  }),
);
export type DecisionsSection = z.infer<typeof DecisionsSection>;

const About = ReportSubject.extend({ decision: z.string(), body: z.string(), kind: z.string() });

/** What a body is to take up, and when: a row for each body of a decision's route, and for the decision itself. */
const PlannedStep = About.extend({
  id: Id,
  purpose: RoutePurpose,
  status: z.enum(['due', 'deferred']),
  /** Null where no month is stated. */
  month: ReportMonth.nullable(),
  when: DateStatement,
  key: z.boolean(),
  noticeOn: LocalDate.nullable(),
  /** The last day on which notice can still be given of a key decision that has none. */
  noticeBy: LocalDate.nullable(),
  hasBestValue: z.boolean(),
  equalityImpact: z.string().nullable(),
  consultation: z.string().nullable(),
});
export type PlannedStep = z.infer<typeof PlannedStep>;

const DecisionsPart = z.object({
  taken: listedOf(
    About.extend({
      on: LocalDate,
      reference: z.string().nullable(),
      recordedLate: z.literal(true).optional(),
      /** Reports before `rules-2` have none; null: not yet published, or exempt from call-in. */
      callInEndsOn: LocalDate.nullable().optional(),
      earliestImplementationOn: LocalDate.nullable().optional(),
      votes: Votes.optional(),
      route: z.array(KnownStep).optional(),
    }),
  ),
  due: listedOf(About.extend({ id: Id.optional(), dueOn: DateStatement })),
  /** The same of reviews in no result: on no page, it is the name of what a later report says of it. */
  dueApart: listedOf(About.extend({ id: Id })).optional(),
  /** What was due at the end of the report before and has been deferred, refused or withdrawn since. */
  settled: listedOf(
    About.extend({
      how: z.enum(['deferred', 'refused', 'withdrawn']),
      on: LocalDate.nullable(),
      reason: z.string().nullable(),
      votes: Votes.optional(),
      route: z.array(KnownStep),
    }),
  ).optional(),
  /** Due or taken, over the threshold or of two or more divisions, and not treated as key. */
  notKey: listedOf(About.extend({ id: Id, because: z.array(z.string()), reason: z.string().nullable() })).optional(),
  /** What is still to be taken up, by month and body; what has no month last. */
  forwardPlan: listedOf(PlannedStep).optional(),
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
  across: across(DecisionsSection, {
    states: Status,
    open: openStates,
    has: ['due'],
    rows: (decisions) =>
      decisions.map(({ id, title, status, dueOn, kind }) => ({
        ...{ id, title, state: status, dueOn: lastDayStated(dueOn), weight: kind === 'key-decision' ? 1 : 0 },
      })),
  }),
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
