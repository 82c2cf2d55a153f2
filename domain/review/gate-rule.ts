import type { EngagementSection } from '#registers/market-engagement/record.ts';
import type { ReviewPosition, SectionName } from '#schemas/position.ts';
import type { Review, ReviewFacts } from '#schemas/review.ts';
import type { StageModel } from '#schemas/stages.ts';

/** The parts of a review's position that criteria look at: no other is read for a gate. */
export const gateSections = [
  'review',
  'engagement',
  'options',
  'deliveryModels',
  'businessCases',
  'costsAndBenefits',
  'savings',
  'milestones',
  'decisions',
  'lessons',
  'dependencies',
] as const satisfies readonly SectionName[];
export type GatePosition = Pick<ReviewPosition, (typeof gateSections)[number]>;

/** What a criterion may look at. */
export interface GateEvidence {
  readonly record: Review;
  readonly facts: ReviewFacts;
  readonly position: GatePosition;
  readonly programmeWideEngagement: EngagementSection;
  /** The stage that a recorded one is by the programme's settings. */
  readonly stageNow: (stage: string) => string;
}

/**
 * What there is for a criterion, in words. `lacking` = nothing is recorded of it; `against` = what is recorded says
 * that it is not met.
 */
export interface Finding {
  readonly state: 'met' | 'lacking' | 'against';
  readonly because: string;
}

export const met = (because: string): Finding => ({ state: 'met', because });
export const lacking = (because: string): Finding => ({ state: 'lacking', because });
export const against = (because: string): Finding => ({ state: 'against', because });

/** A criterion of the gate out of a stage; of every gate of every model where both are "any". */
export interface GateRule {
  readonly id: string;
  readonly stageModel: StageModel['kind'] | 'any';
  readonly stage: string;
  readonly sentence: string;
  /** Whether it looks at the programme's own market engagement besides the review's; without this it must not. */
  readonly looksAtProgramme?: true;
  readonly find: (evidence: GateEvidence) => Finding;
}
