import { type DependencyOfReview, dependenciesOf, openWaitsOf } from '#registers/dependency/open-dependencies.ts';
import type { Baselined } from '#registers/named-baseline/compare.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { type Stages, stageNow } from '#schemas/stages.ts';
import { type CountsBy, isCounted } from '../review/counted.ts';
import { isStruckOut } from '../review/strike-out-review.ts';
import { isInTotals } from './in-totals.ts';

/** A review as the parts of a report see it. */
export interface ReviewInReport {
  readonly id: string;
  readonly title: string;
  /** What it waits for is in `review.waitsFor`, wherever that is recorded. */
  readonly position: ReviewPosition;
  readonly dependencies: readonly DependencyOfReview[];
  /** What the named baseline holds of it that reports compare with; undefined where there is none, null where it was not there. */
  readonly atBaseline?: Baselined | null | undefined;
  /** In the total: active, or paused where that counts. */
  readonly counted: boolean;
  /** Its results are the programme's: counted, paused, or completed (what it saves goes on saving after it has ended). */
  readonly inResults: boolean;
  /** Completed, stopped or transferred, or paused and not counted: what is open of it stays open. */
  readonly ended: boolean;
}

/** What a row is about: a review, or the programme where `review` is null. */
export interface SubjectOfRow {
  readonly review: string | null;
  readonly title: string;
}

/** A position at the stages of the programme's settings: where the model changed, those to which its reviews went. */
const atStagesOf = (settings: Stages, position: ReviewPosition): ReviewPosition => {
  const { review } = position;
  return {
    ...position,
    review: {
      ...review,
      stage: stageNow(settings, review.stage),
      waivers: review.waivers.map((one) => ({ ...one, stage: stageNow(settings, one.stage) })),
      waitsFor: review.waitsFor.map((one) =>
        one.holdsStage === undefined ? one : { ...one, holdsStage: stageNow(settings, one.holdsStage) },
      ),
    },
  };
};

export const reviewInReport = (
  id: string,
  stored: ReviewPosition,
  ruleSet: RuleSetName,
  settings: CountsBy & Stages,
): ReviewInReport => {
  const position = isInRuleSet({ since: 'rules-2' }, ruleSet)
    ? atStagesOf(settings, { ...stored, review: { ...stored.review, waitsFor: openWaitsOf(stored) } })
    : stored;
  const { lifecycle, title } = position.review;
  const counted = isCounted(lifecycle, settings) && !isStruckOut(position.review);
  const ended = !counted && lifecycle !== 'potential';
  const inResults = isInTotals({ counted, lifecycle });
  return { id, title, position, dependencies: dependenciesOf(stored), counted, inResults, ended };
};

export const subjectOf = (review: ReviewInReport): SubjectOfRow => ({ review: review.id, title: review.title });
