import { required } from '../../support/required.ts';
import type { Json, World } from './world.ts';
import { programmeIn, reviewIn, standing } from './world.ts';

/* Gates (docs/meaning.md REVIEW-7), with the criteria that docs/reference/rules.md lists. */

export const stagesOf = (programme: Json): readonly string[] =>
  programme.stageModel.kind === 'own'
    ? programme.stageModel.stages.map((stage: Json) => stage.id)
    : programme.stageModel.kind === 'service-review'
      ? [
          'identified',
          'service-baseline',
          'options-appraisal',
          'full-business-case',
          'decision',
          'implementation',
          'benefits-review',
          'closed',
        ]
      : ['analyse', 'plan', 'do', 'review', 'closed'];

/** What the evidence says of a criterion: there is enough, there is none, or it says no. */
type Said = 'enough' | 'none' | 'no';
const some = (required: boolean): Said => (required ? 'enough' : 'none');
const settled = (all: readonly Json[], good: (one: Json) => boolean): Said =>
  all.length === 0 ? 'none' : all.every(good) ? 'enough' : 'no';

const evidence = (world: World, review: string, stage: string): Record<string, Record<string, Said>> => {
  const { record } = required(reviewIn(world, review)).state;
  const of = (kind: Parameters<typeof standing>[2], where = review) => standing(world, where, kind);
  const options = of('option').map((one) => one.record);
  const milestones = of('milestone').map((one) => one.record);
  const validated = of('saving').some(({ record: { years }, facts }) =>
    facts.validations.some((one: Json) => years.some((year: Json) => year.year === one.year)),
  );
  const approved = (types: readonly string[]): Said => {
    const last = of('business-case')
      .filter((one) => types.includes(one.record.type))
      .flatMap((one) => one.facts.outcomes.slice(-1));
    return last.length === 0 ? 'none' : last.some((one) => one.outcome.startsWith('approved')) ? 'enough' : 'no';
  };
  const stated = (status: string): Said =>
    status === 'not-stated' ? 'none' : status === 'not-started' ? 'no' : 'enough';
  const done = settled(milestones, (one) => one.actual !== undefined || one.movedTo !== undefined);
  const held = record.waitsFor.some((one: Json) => one.status === 'open' && one.holdsStage === stage);
  return {
    any: { 'GATE-01': held ? 'no' : 'enough' },
    'service-baseline': {
      'GATE-11': some(record.grossExpenditure !== undefined && record.netExpenditure !== undefined),
      'GATE-12': some(record.services.length > 0),
      'GATE-13': record.sros.length === 0 ? 'none' : record.sros.length === 1 ? 'enough' : 'no',
    },
    'options-appraisal': {
      'GATE-21':
        options.length < 2
          ? options.length === 0
            ? 'none'
            : 'no'
          : options.some((one) => one.deliveryModel === 'do-nothing')
            ? 'enough'
            : 'no',
      'GATE-22': some(options.some((one) => one.disposition === 'preferred')),
      'GATE-23': some(of('market-engagement').length + of('market-engagement', '').length > 0),
      'GATE-24': approved(['outline', 'single-justification']),
      'GATE-25': some(record.authorisationToProceed !== undefined),
    },
    'full-business-case': {
      'GATE-31': approved(['full', 'single-justification']),
      'GATE-32': some(milestones.length > 0),
      'GATE-33': stated(record.equalityImpact.status),
      'GATE-34': stated(record.consultation.status),
    },
    // The model keeps no delivery models: nothing is ever adopted.
    decision: { 'GATE-41': 'none' },
    implementation: { 'GATE-51': done, 'GATE-52': some(record.handover !== undefined) },
    'benefits-review': {
      'GATE-61': some(validated),
      'GATE-62': some(record.lessons.length > 0),
      'GATE-63': record.unrealisedBenefits.every((one: Json) => one.owner !== undefined) ? 'enough' : 'no',
    },
    analyse: { 'GATE-71': some(record.outcomesSought !== undefined), 'GATE-72': some(record.sros.length > 0) },
    plan: {
      'GATE-73': approved(['strategic-outline', 'outline', 'full', 'single-justification']),
      'GATE-74': some(record.costAndBenefit !== undefined),
    },
    do: { 'GATE-75': done },
    review: { 'GATE-76': some(validated), 'GATE-77': some(record.lessons.length > 0) },
  };
};

export interface ModelGate {
  readonly stage: string;
  readonly next: string | null;
  readonly open: boolean;
  readonly criteria: readonly { readonly id: string; readonly state: string }[];
}

/** A stage that the programme's list has not got has none after it. */
export const stageAfter = (stages: readonly string[], stage: string): string | null =>
  stages.includes(stage) ? (stages[stages.indexOf(stage) + 1] ?? null) : null;

export const gateOf = (world: World, review: string): ModelGate => {
  const programme = programmeIn(world)?.state.record;
  const { record, facts } = required(reviewIn(world, review)).state;
  const stages = stagesOf(programme);
  const place = stages.indexOf(facts.stage);
  const next = stageAfter(stages, facts.stage);
  if (next === null) return { stage: facts.stage, next, open: false, criteria: [] };
  const takenOver = record.openedAt !== undefined && stages.indexOf(record.openedAt.stage) >= place;
  const all = evidence(world, review, facts.stage);
  const asked = { ...all.any, ...(programme.stageModel.kind === 'own' ? {} : all[facts.stage]) };
  const criteria = Object.entries(asked).map(([id, said]) => ({
    id,
    state:
      said === 'enough'
        ? 'met'
        : facts.waivers.some((one: Json) => one.criterion === id)
          ? 'waived'
          : said === 'none' && takenOver
            ? 'not-evidenced'
            : 'not-met',
  }));
  return {
    stage: facts.stage,
    next,
    open: criteria.every(({ state }) => state === 'met' || state === 'waived'),
    criteria,
  };
};
