import type { DecisionsSection } from '#registers/decision/record.ts';
import type { DeliveryModelsSection } from '#registers/delivery-model/record.ts';

/** A delivery model and a decision, taken, that adopts it. */
export interface Adoption {
  readonly deliveryModel: DeliveryModelsSection[number];
  readonly decision: DecisionsSection[number];
}

/**
 * The delivery models that a decision taken adopts: either names the other. Endorsements and officer decisions are
 * among them; whoever asks looks at the decision's kind.
 */
export const adoptionsIn = (deliveryModels: DeliveryModelsSection, decisions: DecisionsSection): readonly Adoption[] =>
  deliveryModels.flatMap((deliveryModel) =>
    decisions
      .filter(
        (decision) =>
          decision.status === 'taken' &&
          (decision.id === deliveryModel.decision || decision.deliveryModel === deliveryModel.id),
      )
      .map((decision) => ({ deliveryModel, decision })),
  );
