import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { type SectionShape, sectionShape } from '#registers/declaration.ts';
import { DateStatement } from './date-statement.ts';
import { Figure } from './figures.ts';
import { Id, Subject } from './ids.ts';
import {
  Lifecycle,
  LifecycleChange,
  MarketMaturity,
  Placed,
  Review,
  StageMoveRecord,
  StageWork,
  StrikeOuts,
  Tier,
} from './review.ts';
import { WaitsFor } from './review-parts.ts';

/*
 * The position of a review: what a roll-up needs of it, one section per register.
 * A section depends on its own registers alone, so that a write makes only one anew, and on no clock.
 */

export const ReviewSection = z.object({
  title: z.string(),
  services: z.array(z.string()),
  directorate: Id.optional(),
  portfolio: Id.optional(),
  theme: Id.optional(),
  tier: Tier,
  lifecycle: Lifecycle,
  /** Oldest first. */
  lifecycles: z.array(LifecycleChange),
  /** Oldest first; absent where only one was ever recorded. */
  places: z.array(Placed).optional(),
  /** The review that it is part of. */
  parent: Id.optional(),
  mergedInto: Id.optional(),
  splitFrom: Id.optional(),
  strikeOuts: StrikeOuts.optional(),
  stage: Id,
  stageSince: Instant,
  stageWork: StageWork.nullable(),
  /** Every one, oldest first. */
  moves: z.array(StageMoveRecord),
  /** In force for the next move. */
  waivers: z.array(z.object({ criterion: z.string(), reason: z.string(), by: Subject, at: Instant, stage: Id })),
  sros: z.array(Subject),
  /** Null where there is none; undefined where it was not kept yet. */
  lead: Subject.nullable().optional(),
  endDate: DateStatement,
  /** The open ones. */
  waitsFor: z.array(WaitsFor),
  unrealisedBenefits: Review.shape.unrealisedBenefits.unwrap().optional(),
  marketMaturity: MarketMaturity.optional(),
  marketMaturityWords: z.string().optional(),
  marketMaturitySince: Instant.optional(),
  grossExpenditure: Figure.optional(),
  netExpenditure: Figure.optional(),
  costAndBenefit: z.object({ cost: Figure, benefit: Figure }).optional(),
});
export type ReviewSection = z.infer<typeof ReviewSection>;

/** A section that was not there when a position was made is read as empty: nothing was recorded of it then. */
export const ReviewPosition = z.object({ review: ReviewSection, ...sectionShape(registers, 'review') });
export type ReviewPosition = z.infer<typeof ReviewPosition>;
export type SectionName = keyof ReviewPosition;

/** What belongs to the whole programme and to no review: the sections of its own registers. */
export type ProgrammeWide = z.infer<z.ZodObject<SectionShape<typeof registers, 'programme'>>>;
