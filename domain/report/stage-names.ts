import type { Programme } from '#schemas/programme.ts';
import { stagesOf } from '#schemas/stages.ts';

/** The name of a stage in the programme's model; a stage that the model no longer has keeps its id. */
export const stageNamer = (programme: Programme): ((stage: string) => string) => {
  const names = new Map(stagesOf(programme.stageModel).map((stage) => [stage.id, stage.name]));
  return (stage) => names.get(stage) ?? stage;
};
