import * as z from 'zod';
import { Id, identified, Title } from './ids.ts';

const Stage = z.strictObject({ id: Id, name: Title });

/** The stages a review goes through: one of the two shipped models, or the programme's own ordered list. */
export const StageModel = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('service-review') }),
    z.strictObject({ kind: z.literal('commissioning-cycle') }),
    z.strictObject({ kind: z.literal('own'), stages: identified(Stage, 20).min(2, 'must have at least two stages') }),
  ])
  .meta({ id: 'StageModel' });
export type StageModel = z.infer<typeof StageModel>;

export interface StageStep {
  readonly id: string;
  readonly name: string;
}

/** Where no source says at which stage a review is: before no other stage and after none (docs/meaning.md REVIEW-24). */
export const stageNotStated: StageStep = { id: 'not-stated', name: 'Not stated' };

const serviceReview: readonly StageStep[] = [
  { id: 'identified', name: 'Identified' },
  { id: 'service-baseline', name: 'Service baseline (1)' },
  { id: 'options-appraisal', name: 'Options appraisal (2)' },
  { id: 'full-business-case', name: 'Full business case (3)' },
  { id: 'decision', name: 'Decision' },
  { id: 'implementation', name: 'Implementation' },
  { id: 'benefits-review', name: 'Benefits review' },
  { id: 'closed', name: 'Closed' },
];

const commissioningCycle: readonly StageStep[] = [
  { id: 'analyse', name: 'Analyse' },
  { id: 'plan', name: 'Plan' },
  { id: 'do', name: 'Do' },
  { id: 'review', name: 'Review' },
  { id: 'closed', name: 'Closed' },
];

/** The ordered stages of a model. */
export const stagesOf = (model: StageModel): readonly StageStep[] => {
  switch (model.kind) {
    case 'service-review':
      return serviceReview;
    case 'commissioning-cycle':
      return commissioningCycle;
    case 'own':
      return model.stages;
  }
};

/** A stage that the model no longer has, and the one at which its reviews are from then on. */
export const StageMoved = z.strictObject({ from: Id, to: Id }).meta({ id: 'StageMoved' });
export type StageMoved = z.infer<typeof StageMoved>;

/** Stages as settings have them: those of the model, and to which of them stages went that it no longer has. */
export interface Stages {
  readonly stageModel: StageModel;
  readonly stagesMoved?: readonly StageMoved[] | undefined;
}

/** The stage that a recorded one is under these settings: the same, unless the model lost it and they say where its reviews went. */
export const stageNow = ({ stageModel, stagesMoved = [] }: Stages, stage: string): string => {
  if (stagesMoved.length === 0) return stage;
  const known = new Set(stagesOf(stageModel).map(({ id }) => id));
  const moved = new Map(stagesMoved.map(({ from, to }) => [from, to]));
  let now = stage;
  for (let steps = 0; steps < moved.size && !known.has(now); steps += 1) now = moved.get(now) ?? now;
  return now;
};

/** Whether a recorded stage is one of the model, or went to one. */
export const isStageOf = (stages: Stages, stage: string): boolean => {
  const now = stageNow(stages, stage);
  return stagesOf(stages.stageModel).some(({ id }) => id === now);
};

/** Whether a review's stage is not stated; a programme's own stage of that id, of an older release, is a stage. */
export const isNotStated = (model: StageModel, stage: string): boolean =>
  stage === stageNotStated.id && stagesOf(model).every(({ id }) => id !== stage);

/** The name of a stage; one that the model does not have keeps its id. */
export const stageNameIn = (model: StageModel, stage: string): string =>
  isNotStated(model, stage) ? stageNotStated.name : (stagesOf(model).find(({ id }) => id === stage)?.name ?? stage);
