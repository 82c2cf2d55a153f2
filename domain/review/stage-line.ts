import type { Programme } from '#schemas/programme.ts';
import { type StageStep, stagesOf } from '#schemas/stages.ts';

/** Where a stage is in the programme's model; -1 where the model has no such stage. */
export const stageIndex = (programme: Programme, stage: string): number =>
  stagesOf(programme.stageModel).findIndex((step) => step.id === stage);

export const hasStage = (programme: Programme, stage: string): boolean => stageIndex(programme, stage) !== -1;

/**
 * The stage that a review is at, and the one after it; `next` is null at the last.
 * @throws Error where the programme's model has no such stage: a review's stage always comes from it
 */
export const stepsAt = (
  programme: Programme,
  stage: string,
): { readonly here: StageStep; readonly next: StageStep | null } => {
  const steps = stagesOf(programme.stageModel);
  const place = stageIndex(programme, stage);
  const here = steps[place];
  if (here === undefined) throw new Error(`the programme's stages do not include "${stage}"`);
  return { here, next: steps[place + 1] ?? null };
};

/**
 * The stages by which a report shows its reviews: those of the month, or where they were changed since, while there were no reviews, those
 * of the latest settings, at which every review is.
 */
export const stagesOfReviews = (
  then: Programme['stageModel'],
  latest: Programme['stageModel'],
): Programme['stageModel'] => {
  const idsOf = (model: Programme['stageModel']): string => JSON.stringify(stagesOf(model).map(({ id }) => id));
  return idsOf(then) === idsOf(latest) ? then : latest;
};
