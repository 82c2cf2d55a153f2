import { type Decided, done } from '#domain/decided.ts';
import { hasStage } from '#domain/review/stage-line.ts';
import type { Programme } from '#schemas/programme.ts';
import { isNotStated } from '#schemas/stages.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { readChain } from './read-chain.ts';

/**
 * Settings of an earlier time by whose stages reviews are shown and judged. The stages could change while there were no reviews: of one
 * that was recorded with effect from before that, they are those that the programme has had since.
 */
export const withStagesOf = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  then: Programme,
  stages: readonly string[],
): Promise<Decided<Programme>> => {
  if (stages.every((stage) => hasStage(then, stage) || isNotStated(then.stageModel, stage))) return done(then);
  const today = await readChain(deps, { ...chainRef, review: null });
  return today.kind === 'refused'
    ? today
    : done({ ...then, stageModel: today.result.stageModel, stagesMoved: today.result.stagesMoved });
};
