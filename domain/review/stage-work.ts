import type { RecordStageWork } from '#schemas/review.ts';
import { type CommandContext, type Decided, done } from '../decided.ts';
import type { ReviewState } from './put-review.ts';

/** How far the work of the present stage has come: a fact next to the stage, which moves nothing by itself. */
export const recordStageWork = (c: {
  readonly review: ReviewState;
  readonly request: RecordStageWork;
  readonly command: CommandContext;
}): Decided<ReviewState> =>
  done({ record: c.review.record, facts: { ...c.review.facts, stageWork: { ...c.request } } });
