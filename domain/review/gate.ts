import { counted, listed } from '#language/in-words.ts';
import { openWaitsOf } from '#registers/dependency/open-dependencies.ts';
import type { EngagementSection } from '#registers/market-engagement/record.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Gate } from '#schemas/review.ts';
import { isNotStated, stageNotStated, stageNow } from '#schemas/stages.ts';
import { commissioningCycleGates } from './commissioning-cycle-gates.ts';
import { against, type Finding, type GateEvidence, type GatePosition, type GateRule, met } from './gate-rule.ts';
import type { ReviewState } from './put-review.ts';
import { serviceReviewGates } from './service-review-gates.ts';
import { atStages, stageIndex, stepsAt } from './stage-line.ts';

const held: GateRule = {
  id: 'GATE-01',
  stageModel: 'any',
  stage: 'any',
  sentence: 'Nothing that the review waits for holds this stage.',
  find: ({ record, facts, position, stageNow }) => {
    const waitsFor = record.waitsFor.filter((wait) => wait.status === 'open');
    const open = openWaitsOf({ review: { waitsFor }, dependencies: position.dependencies });
    const holding = open.filter((wait) => wait.holdsStage !== undefined && stageNow(wait.holdsStage) === facts.stage);
    return holding.length === 0
      ? met('Nothing that is waited for holds this stage.')
      : against(`The review waits for ${listed(holding.map((wait) => wait.what))}.`);
  },
};

/** Every criterion of every gate; a programme's own stage model has the first alone. */
export const gateRules: readonly GateRule[] = [held, ...serviceReviewGates, ...commissioningCycleGates];

/** What a gate looks at. */
export interface GateContext {
  readonly programme: Programme;
  readonly review: ReviewState;
  readonly position: GatePosition;
  /** Of no meaning where the gate does not look at it (`looksAtProgramme`). */
  readonly programmeWideEngagement: EngagementSection;
}

type Criterion = Gate['criteria'][number];

/** Every criterion of the gate out of the stage, those included that the programme has switched off. */
const rulesOf = ({ programme, review: { facts } }: Pick<GateContext, 'programme' | 'review'>): readonly GateRule[] =>
  gateRules.filter(
    (rule) =>
      rule.stageModel === 'any' || (rule.stageModel === programme.stageModel.kind && rule.stage === facts.stage),
  );

const reasonsOff = ({ gatesWithout = [] }: Programme): ReadonlyMap<string, string> =>
  new Map(gatesWithout.map(({ criterion, reason }) => [criterion, reason]));

const criteriaOf = (at: Pick<GateContext, 'programme' | 'review'>): readonly GateRule[] => {
  const off = reasonsOff(at.programme);
  return rulesOf(at).filter(({ id }) => !off.has(id));
};

/** Those that its settings switch off, with the reason (docs/meaning.md REVIEW-27). */
const switchedOffOf = (at: Pick<GateContext, 'programme' | 'review'>): Pick<Gate, 'switchedOff'> => {
  const off = reasonsOff(at.programme);
  const criteria = rulesOf(at).flatMap(({ id, sentence }) => {
    const reason = off.get(id);
    return reason === undefined ? [] : [{ id, sentence, reason }];
  });
  return criteria.length === 0 ? {} : { switchedOff: criteria };
};

/** Whether the gate ahead of a review looks at the programme's own market engagement. */
export const looksAtProgramme = (at: Pick<GateContext, 'programme' | 'review'>): boolean =>
  !isNotStated(at.programme.stageModel, at.review.facts.stage) &&
  criteriaOf(atStages(at)).some((rule) => rule.looksAtProgramme === true);

/** A review taken over at this stage or a later one: what came before it is not evidenced, rather than not met. */
const takenOverHereOrLater = ({ programme, review: { record, facts } }: GateContext): boolean =>
  record.openedAt !== undefined && stageIndex(programme, record.openedAt.stage) >= stageIndex(programme, facts.stage);

const stateOf = (finding: Finding, takenOver: boolean): Criterion['state'] =>
  finding.state === 'met' ? 'met' : finding.state === 'lacking' && takenOver ? 'not-evidenced' : 'not-met';

const criterionOf = (rule: GateRule, evidence: GateEvidence, takenOver: boolean): Criterion => {
  const finding = rule.find(evidence);
  const { id, sentence } = rule;
  const waiver = evidence.facts.waivers.find((one) => one.criterion === id && one.stage === evidence.facts.stage);
  return finding.state === 'met' || waiver === undefined
    ? { id, sentence, state: stateOf(finding, takenOver), because: finding.because }
    : { id, sentence, state: 'waived', because: `${finding.because} Waived: ${waiver.reason}` };
};

/** The criteria that stand in the way: neither met nor waived. */
export const standingInTheWay = (gate: Gate): readonly Criterion[] =>
  gate.criteria.filter((criterion) => criterion.state === 'not-met' || criterion.state === 'not-evidenced');

/** Where the stage is not stated nobody can say which gate is ahead. */
const noGateKnown: Gate = {
  stage: stageNotStated.id,
  stageName: stageNotStated.name,
  next: null,
  nextName: null,
  open: false,
  sentence:
    'The stage of the review is not stated, so that no gate can be judged. State it: record the review with "openedAt", the stage and the source that says so.',
  criteria: [],
};

/**
 * What is between a review and its next stage, in words; at the last stage there is no gate ahead and nothing to
 * meet. A waived criterion that is met after all shows as met.
 * @throws Error where the review is at a stage that the programme's model does not have
 */
export const gateOf = (given: GateContext): Gate => {
  const context = atStages(given);
  if (isNotStated(context.programme.stageModel, context.review.facts.stage)) return noGateKnown;
  const { here, next } = stepsAt(context.programme, context.review.facts.stage);
  const stage = { stage: here.id, stageName: here.name };
  if (next === null)
    return {
      ...stage,
      next: null,
      nextName: null,
      open: false,
      sentence: `"${here.name}" is the last stage: there is no gate ahead.`,
      criteria: [],
    };
  const evidence: GateEvidence = {
    ...context.review,
    position: context.position,
    programmeWideEngagement: context.programmeWideEngagement,
    stageNow: (stage) => stageNow(context.programme, stage),
  };
  const takenOver = takenOverHereOrLater(context);
  const criteria = criteriaOf(context).map((rule) => criterionOf(rule, evidence, takenOver));
  const off = switchedOffOf(context);
  const gate: Gate = { ...stage, next: next.id, nextName: next.name, open: true, sentence: '', criteria, ...off };
  const apart =
    off.switchedOff === undefined
      ? ''
      : ` The programme has switched off ${listed(off.switchedOff.map(({ id }) => id))}.`;
  const missing = standingInTheWay(gate);
  const waived = criteria.filter((criterion) => criterion.state === 'waived').length;
  const way = `from "${here.name}" to "${next.name}"`;
  return missing.length === 0
    ? {
        ...gate,
        sentence: `The review may move ${way}${waived === 0 ? '' : `, with ${counted(waived, 'criterion', 'criteria')} waived`}.${apart}`,
      }
    : {
        ...gate,
        open: false,
        sentence: `The review may not move ${way} yet: ${missing.length} of ${counted(criteria.length, 'criterion', 'criteria')} ${missing.length === 1 ? 'is' : 'are'} in the way. ${missing.map((one) => one.because).join(' ')}${apart}`,
      };
};
