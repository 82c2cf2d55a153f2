import { listed } from '#language/in-words.ts';
import type { WaiveCriterion } from '#schemas/review.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import { type GateContext, gateOf } from './gate.ts';
import type { ReviewState } from './put-review.ts';
import { isSroOf, notTheSro } from './sro.ts';
import { atStages } from './stage-line.ts';

/**
 * The review's own SRO lets it pass its next gate without a criterion, for one move; a second waiver of the same
 * criterion takes the place of the first.
 * Refused: `review.not-the-sro`, `criterion.unknown`, `criterion.met`.
 */
export const waiveCriterion = (
  c: GateContext & { readonly request: WaiveCriterion; readonly command: CommandContext },
): Decided<ReviewState> => {
  const { record, facts } = atStages(c).review;
  if (!isSroOf(record, c.command.actor)) return refused(notTheSro('waive a criterion of its gate'));
  const { criteria, sentence } = gateOf(c);
  const ids = criteria.map((one) => one.id);
  const criterion = criteria.find((one) => one.id === c.request.criterion);
  if (criterion === undefined)
    return refused({
      code: 'criterion.unknown',
      detail:
        ids.length === 0
          ? `${sentence} There is nothing to waive.`
          : `The gate ahead has no criterion ${c.request.criterion}: it has ${listed(ids)}.`,
      facts: { criteria: ids },
    });
  if (criterion.state === 'met')
    return refused({
      code: 'criterion.met',
      detail: `${criterion.id} is met, so there is nothing to waive: ${criterion.because}`,
    });
  const waiver = {
    ...c.request,
    by: c.command.actor.subject,
    at: c.command.effectiveAt,
    stage: facts.stage,
  };
  const others = facts.waivers.filter((one) => one.criterion !== waiver.criterion || one.stage !== waiver.stage);
  return done({ record, facts: { ...facts, waivers: [...others, waiver] } });
};
