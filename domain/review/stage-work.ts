import { RecordStageWork } from '#schemas/review.ts';
import { contentRefusal } from '../content-rule.ts';
import { faultsOfDates } from '../dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import type { ReviewState } from './put-review.ts';

/** How far the work of the present stage has come: a fact next to the stage, which moves nothing by itself. */
export const recordStageWork = (c: {
  readonly review: ReviewState;
  readonly request: RecordStageWork;
  readonly command: CommandContext;
}): Decided<ReviewState> => {
  const faults = faultsOfDates(RecordStageWork, c.request, c.command);
  return faults.length > 0
    ? refused(contentRefusal(faults))
    : done({ record: c.review.record, facts: { ...c.review.facts, stageWork: { ...c.request } } });
};
