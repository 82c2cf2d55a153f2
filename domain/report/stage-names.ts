import type { Programme } from '#schemas/programme.ts';
import { stageNameIn } from '#schemas/stages.ts';

/** The name of a stage in the programme's model; a stage that the model no longer has keeps its id. */
export const stageNamer = (programme: Programme): ((stage: string) => string) => {
  const names = new Map<string, string>();
  return (stage) => {
    const name = names.get(stage) ?? stageNameIn(programme.stageModel, stage);
    names.set(stage, name);
    return name;
  };
};
