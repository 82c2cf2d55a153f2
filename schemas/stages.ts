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
