import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { choice } from './choices.ts';
import { HappenedOn, PlannedWhen } from './dates.ts';
import { Exemption } from './exemption.ts';
import { Figure } from './figures.ts';
import { distinct, Id, keptWords, Narrative, Sentence, Subject, Title } from './ids.ts';
import { neededIf } from './needed-if.ts';
import { Person } from './people.ts';
import { gateFields, ownParts } from './review-parts.ts';

/** `potential` = not yet approved; only `active` and `paused` reviews are counted in the total; `left` = how is not stated. */
export const lifecycleNames = {
  potential: 'Potential (not yet approved)',
  active: 'Active',
  paused: 'Paused',
  stopped: 'Stopped',
  completed: 'Completed',
  transferred: 'Transferred',
  left: 'Left (how is not stated)',
} as const;
export const Lifecycle = choice(lifecycleNames).meta({ id: 'Lifecycle' });
export type Lifecycle = z.infer<typeof Lifecycle>;

/** 1 = business critical. */
export const tierNames = {
  '1': 'Tier 1 (business critical)',
  '2': 'Tier 2',
  '3': 'Tier 3',
  'to-be-confirmed': 'Tier to be confirmed',
} as const;
export const Tier = choice(tierNames).meta({ id: 'Tier' });
export type Tier = z.infer<typeof Tier>;

export const MarketMaturity = choice({
  immature: 'Immature',
  emerging: 'Emerging',
  growing: 'Growing',
  mature: 'Mature',
  declining: 'Declining',
  mixed: 'Mixed',
});
export type MarketMaturity = z.infer<typeof MarketMaturity>;

const reviewFields = z.strictObject({
  title: Title.meta({ title: 'Title', description: 'What the review is called' }),
  kind: choice({ 'service-review': 'A review of services', 'implementation-project': 'A project that implements' })
    .default('service-review')
    .meta({ title: 'Kind', description: 'Whether it looks at services or carries a decision out' }),
  parent: Id.optional().meta({
    title: 'Part of',
    description: 'The review that it is part of, and counts once with in reports while that one is counted',
  }),
  services: gateFields.services,
  directorate: Id.optional().meta({ title: 'Directorate', description: 'The directorate that it belongs to' }),
  portfolio: Id.optional().meta({ title: 'Portfolio', description: 'The portfolio that it is counted in' }),
  theme: Id.optional().meta({ title: 'Theme', description: 'The theme that it serves' }),
  tier: Tier.default('to-be-confirmed').meta({ title: 'Tier', description: 'How much weighs on it' }),
  lifecycle: Lifecycle.default('potential').meta({
    title: 'Lifecycle',
    description: 'A potential review is not approved yet; active and paused ones are counted in the total',
  }),
  lifecycleReason: Sentence.optional()
    .meta({
      title: 'Reason',
      description: 'Why it is paused, stopped, transferred or left',
    })
    .register(neededIf, { words: 'it is paused, stopped, transferred or left' }),
  transferredTo: Title.optional().meta({ title: 'Transferred to', description: 'Who carries it on' }),
  mergedInto: Id.optional().meta({ title: 'Merged into', description: 'The review that goes on in its place' }),
  splitInto: distinct(Id, 20)
    .optional()
    .meta({ title: 'Split into', description: 'The reviews that go on in its place' }),
  splitFrom: Id.optional().meta({ title: 'Split from', description: 'The review that it was a part of' }),
  sros: gateFields.sros,
  lead: Person.optional().meta({ title: 'Lead', description: 'Who runs the review from day to day' }),
  grossExpenditure: gateFields.grossExpenditure,
  netExpenditure: gateFields.netExpenditure,
  endDate: PlannedWhen.default({ kind: 'not-stated' }).meta({
    title: 'End date',
    description: 'When the review is to end',
  }),
  outcomesSought: gateFields.outcomesSought,
  marketMaturity: MarketMaturity.optional().meta({
    title: 'Market maturity',
    description: 'How far the market for these services has come',
  }),
  marketMaturityWords: Sentence.optional().meta({
    title: 'Market maturity in words',
    description: 'What the sources say of the market',
  }),
  waitsFor: gateFields.waitsFor,
  authorisationToProceed: gateFields.authorisationToProceed,
  equalityImpact: gateFields.equalityImpact,
  consultation: gateFields.consultation,
  costAndBenefit: z
    .strictObject({
      cost: Figure.meta({ title: 'Cost', description: 'What it costs in all' }),
      benefit: Figure.meta({ title: 'Benefit', description: 'What it brings in all' }),
    })
    .optional()
    .meta({
      title: 'Cost and benefit',
      description: 'As stated of the whole; the register of costs and benefits says more',
    }),
  handover: gateFields.handover,
  lessons: z
    .array(
      z.strictObject({
        learned: Sentence.meta({ title: 'Lesson', description: 'What was learned' }),
        appliedWhere: Sentence.optional().meta({ title: 'Applied where', description: 'Where it is put to use' }),
      }),
    )
    .max(50)
    .default([])
    .meta({
      title: 'Lessons in a sentence',
      description: 'Lessons in a sentence; the register of lessons says more of them. A gate takes either',
    }),
  unrealisedBenefits: gateFields.unrealisedBenefits,
  openedAt: ownParts.openedAt,
  keyDates: ownParts.keyDates,
  sourceParagraphs: Title.optional().meta({
    title: 'Paragraphs of the source',
    description: 'Where in its paper it is',
  }),
  exempt: Exemption.optional().meta({
    title: 'Exempt from publication',
    description:
      'Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when',
  }),
});

/** What is neither under way nor complete says why. */
const saysWhy = (review: { lifecycle?: Lifecycle | undefined; lifecycleReason?: string | undefined }): boolean =>
  review.lifecycleReason !== undefined ||
  review.lifecycle === undefined ||
  ['potential', 'active', 'completed'].includes(review.lifecycle);
const whyNotSaid = {
  path: ['lifecycleReason'],
  message: 'must say why a review is paused, stopped, transferred or left',
};

/** A review as the transformation team keeps it. Stage, waivers and stage work are facts of their own: they change by acts. */
export const Review = reviewFields
  .refine(saysWhy, whyNotSaid)
  .meta({ id: 'Review', description: 'A unit of change as its team keeps it' });
export type Review = z.infer<typeof Review>;
/** The label and hint of a field, for the same without its default. */
const labelled = (field: z.ZodType) => {
  const { title, description } = field.meta() ?? {};
  return { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
};

/** A review as it is put: what a change leaves out of its life stays as it was, and acts alone change it. */
export const ReviewToPut = reviewFields
  .extend({
    lifecycle: reviewFields.shape.lifecycle.unwrap().optional().meta(labelled(reviewFields.shape.lifecycle)),
    tier: reviewFields.shape.tier.unwrap().optional().meta(labelled(reviewFields.shape.tier)),
  })
  .refine(saysWhy, whyNotSaid)
  .meta({ id: 'ReviewToPut', description: 'A review as it is put; lifecycle, tier and portfolio change by acts' });
export type ReviewToPut = z.infer<typeof ReviewToPut>;
/** The record of a stored review. */
export const reviewRecordOf = (given: object): Review => Review.parse(given);

export const Waived = z.object({ criterion: z.string(), reason: keptWords, by: Subject, at: Instant });

export const StageMoveRecord = z
  .object({
    at: Instant,
    from: Id,
    to: Id,
    direction: z.enum(['forward', 'back']),
    reason: keptWords.optional(),
    by: Subject,
    waived: z.array(Waived),
  })
  .meta({ id: 'StageMoveRecord' });
export type StageMoveRecord = z.infer<typeof StageMoveRecord>;

export const StageWork = z.object({ state: z.enum(['in-progress', 'complete']), on: LocalDate.optional() });

/** The acts that change a lifecycle, as a report says them. */
export const LifecycleAct = z.enum([
  'approved',
  'paused',
  'restarted',
  'stopped',
  'completed',
  'transferred',
  'merged',
  'split',
  'left',
  'reopened',
]);
export type LifecycleAct = z.infer<typeof LifecycleAct>;

/** From when a lifecycle held, and by which act; without one it was put, and is read as the act that it was. */
export const LifecycleChange = z.object({
  lifecycle: Lifecycle,
  at: Instant,
  by: LifecycleAct.optional(),
  /** The reviews that it was merged or split into. */
  into: z.array(Id).optional(),
});
export type LifecycleChange = z.infer<typeof LifecycleChange>;

/** From when a review was of a tier and of a portfolio, and part of another review. */
export const Placed = z.object({ tier: Tier, portfolio: Id.optional(), parent: Id.optional(), at: Instant });
export type Placed = z.infer<typeof Placed>;

/** From when a review was struck out, and until when; without an end it is still. */
export const StrikeOuts = z.array(z.object({ from: Instant, until: Instant.optional() }));

/** What the tracker keeps apart from the record: the stage and how it was reached, the waivers in force, the changes of lifecycle, tier and portfolio. */
export const ReviewFacts = z
  .object({
    stage: Id,
    stageSince: Instant,
    stageWork: StageWork.nullable(),
    moves: z.array(StageMoveRecord),
    waivers: z.array(Waived.extend({ stage: Id })),
    lifecycles: z.array(LifecycleChange),
    /** Absent where only one was ever recorded. */
    places: z.array(Placed).optional(),
    strikeOuts: StrikeOuts.optional(),
    marketMaturitySince: Instant.optional().meta({
      description: 'From when the market maturity is stated as it is; not known of what release 0.2.0 recorded',
    }),
  })
  .meta({ id: 'ReviewFacts' });
export type ReviewFacts = z.infer<typeof ReviewFacts>;
/** What acts have made of a stored review. */
export const reviewFactsOf = (given: object): ReviewFacts => ReviewFacts.parse(given);

// Acts

export const MoveStage = z
  .strictObject({ to: Id, reason: Narrative.optional() })
  .meta({ id: 'MoveStage', description: 'Move a review to another stage; moving back needs a reason' });
export type MoveStage = z.infer<typeof MoveStage>;

export const RecordStageWork = z
  .strictObject({
    state: choice({ 'in-progress': 'In progress', complete: 'Complete' }).meta({
      title: 'State',
      description: 'How far the work of the stage has come',
    }),
    on: HappenedOn.optional()
      .meta({ title: 'Completed on', description: 'The day on which it was complete' })
      .register(neededIf, { words: 'the work is complete' }),
  })
  .refine((work) => work.state !== 'complete' || work.on !== undefined, {
    path: ['on'],
    message: 'must say when the work was complete',
  })
  .meta({ id: 'RecordStageWork' });
export type RecordStageWork = z.infer<typeof RecordStageWork>;

export const WaiveCriterion = z
  .strictObject({
    criterion: z.string().regex(/^[A-Z]{2,4}-\d{2}$/, 'must be the id of a gate criterion, as in GATE-03'),
    reason: Narrative,
  })
  .meta({
    id: 'WaiveCriterion',
    description: 'The SRO lets a review pass its next gate without a criterion, for one move',
  });
export type WaiveCriterion = z.infer<typeof WaiveCriterion>;

/** What is between a review and its next stage. */
export const Gate = z
  .object({
    stage: Id,
    stageName: z.string(),
    next: Id.nullable(),
    nextName: z.string().nullable(),
    open: z.boolean(),
    sentence: z.string(),
    criteria: z.array(
      z.object({
        id: z.string(),
        sentence: z.string(),
        state: z.enum(['met', 'not-met', 'waived', 'not-evidenced']),
        because: z.string(),
      }),
    ),
    switchedOff: z
      .array(z.object({ id: z.string(), sentence: z.string(), reason: z.string() }))
      .optional()
      .meta({
        description:
          'Criteria that this gate does not ask for, by the settings of the programme; absent where there is none',
      }),
  })
  .meta({ id: 'Gate' });
export type Gate = z.infer<typeof Gate>;
