import type { Programme } from '#schemas/programme.ts';
import type { ReviewFacts } from '#schemas/review.ts';
import { type StageStep, type Stages, stageNow, stagesOf } from '#schemas/stages.ts';

/** Where a recorded stage is in the programme's model; -1 where the model has no such stage, and it went to none. */
export const stageIndex = (programme: Stages, stage: string): number => {
  const now = stageNow(programme, stage);
  return stagesOf(programme.stageModel).findIndex((step) => step.id === now);
};

export const hasStage = (programme: Stages, stage: string): boolean => stageIndex(programme, stage) !== -1;

/** What acts made of a review, at the stages of these settings (docs/meaning.md PROGRAMME-24): what is recorded stays as it is. */
export const factsAtStages = (programme: Stages, facts: ReviewFacts): ReviewFacts => ({
  ...facts,
  stage: stageNow(programme, facts.stage),
  waivers: facts.waivers.map((waiver) => ({ ...waiver, stage: stageNow(programme, waiver.stage) })),
});

/** What a gate or a move is judged on, with the review at the stages of the programme's settings. */
export const atStages = <C extends { readonly programme: Programme; readonly review: { readonly facts: ReviewFacts } }>(
  context: C,
): C => ({
  ...context,
  review: { ...context.review, facts: factsAtStages(context.programme, context.review.facts) },
});

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
 * The stages by which a report shows its reviews: those of the month; or, where the settings changed since in a way that leaves one of
 * these nowhere, as they may while there are no reviews, those of the latest settings, at which every review is.
 */
export const stagesOfReviews = <S extends Stages>(then: S, latest: S): S =>
  stagesOf(then.stageModel).every(({ id }) => hasStage(latest, id)) ? then : latest;
