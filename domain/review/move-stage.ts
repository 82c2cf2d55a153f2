import { listed } from '#language/in-words.ts';
import type { MoveStage, ReviewFacts } from '#schemas/review.ts';
import { isNotStated, stagesOf } from '#schemas/stages.ts';
import { contentRefusal } from '../content-rule.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import { type GateContext, gateOf, standingInTheWay } from './gate.ts';
import type { ReviewState } from './put-review.ts';
import { isSroOf, notTheSro } from './sro.ts';
import { atStages, stageIndex, stepsAt } from './stage-line.ts';

type Move = GateContext & { readonly request: MoveStage; readonly command: CommandContext };

/** Waivers cover one move: those of criteria that were not met go into its record, and none stays in force. */
const moved = (c: Move, direction: 'forward' | 'back', waived: ReviewFacts['moves'][number]['waived']): ReviewState => {
  const { record, facts } = c.review;
  const { reason, to } = c.request;
  const at = c.command.effectiveAt;
  const move = {
    at,
    from: facts.stage,
    to,
    direction,
    ...(reason === undefined ? {} : { reason }),
    by: c.command.actor.subject,
    waived,
  };
  return {
    record,
    facts: { ...facts, stage: to, stageSince: at, stageWork: null, moves: [...facts.moves, move], waivers: [] },
  };
};

const forward = (c: Move): Decided<ReviewState> => {
  const gate = gateOf(c);
  if (!gate.open) {
    const criteria = standingInTheWay(gate).map((criterion) => ({ ...criterion }));
    return refused({ code: 'stage.gate-not-met', detail: gate.sentence, facts: { criteria } });
  }
  const waivedIds = gate.criteria.filter((criterion) => criterion.state === 'waived').map((criterion) => criterion.id);
  const waived = c.review.facts.waivers
    .filter((waiver) => waiver.stage === c.review.facts.stage && waivedIds.includes(waiver.criterion))
    .map(({ criterion, reason, by, at }) => ({ criterion, reason, by, at }));
  return done(moved(c, 'forward', waived));
};

const back = (c: Move): Decided<ReviewState> =>
  c.request.reason === undefined
    ? refused(
        contentRefusal([
          { in: 'body', pointer: '/reason', message: 'must say why the review goes back to an earlier stage' },
        ]),
      )
    : done(moved(c, 'back', []));

/**
 * Moves a review forward by one stage, its gate met or each unmet criterion waived, or back with a reason. Stage work
 * begins anew. The team may move any review, an SRO only their own.
 * Refused: `review.not-the-sro`, `stage.not-stated`, `stage.unknown`, `stage.already-there`, `stage.not-next`, `stage.gate-not-met` with
 * the criteria in the way, `content.breaks-rule` where going back gives no reason.
 */
export const moveStage = (given: Move): Decided<ReviewState> => {
  const c = atStages(given);
  const { actor } = c.command;
  if (!actor.roles.includes('transformation-team') && !isSroOf(c.review.record, actor))
    return refused(notTheSro('move it to another stage'));
  if (isNotStated(c.programme.stageModel, c.review.facts.stage))
    return refused({ code: 'stage.not-stated', detail: gateOf(c).sentence });
  const { here, next } = stepsAt(c.programme, c.review.facts.stage);
  const from = stageIndex(c.programme, here.id);
  const to = stageIndex(c.programme, c.request.to);
  if (to === -1) {
    const stages = stagesOf(c.programme.stageModel).map((step) => step.id);
    return refused({
      code: 'stage.unknown',
      detail: `There is no stage "${c.request.to}": the stages are ${listed(stages)}.`,
      facts: { stages },
    });
  }
  if (to === from)
    return refused({ code: 'stage.already-there', detail: `The review is at the stage "${here.name}" already.` });
  if (to < from) return back(c);
  return to === from + 1
    ? forward(c)
    : refused({
        code: 'stage.not-next',
        detail: `The stage after "${here.name}" is "${next?.name ?? ''}": a review moves forward one stage at a time.`,
        facts: { next: next?.id ?? null },
      });
};
