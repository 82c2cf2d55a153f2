import { counted } from '#language/in-words.ts';
import { type GateRule, lacking, met } from './gate-rule.ts';
import { actualsValidated, approvedCase, lessonsRecorded, milestonesSettled } from './shared-criteria.ts';
import { costAndBenefitStated } from './stated-money.ts';

/** The gates of the commissioning cycle: analyse, plan, do, review. */
export const commissioningCycleGates: readonly GateRule[] = [
  {
    id: 'GATE-71',
    stageModel: 'commissioning-cycle',
    stage: 'analyse',
    sentence: 'The outcomes sought are recorded.',
    find: ({ record: { outcomesSought } }) =>
      outcomesSought === undefined
        ? lacking('No outcomes sought are recorded.')
        : met('The outcomes sought are recorded.'),
  },
  {
    id: 'GATE-72',
    stageModel: 'commissioning-cycle',
    stage: 'analyse',
    sentence: 'The review has an SRO.',
    find: ({ record: { sros } }) =>
      sros.length === 0 ? lacking('The review has no SRO.') : met(`The review has ${counted(sros.length, 'SRO')}.`),
  },
  {
    id: 'GATE-73',
    stageModel: 'commissioning-cycle',
    stage: 'plan',
    sentence: 'A business case is approved; conditions are allowed, each tracked.',
    find: (evidence) =>
      approvedCase(evidence, ['strategic-outline', 'outline', 'full', 'single-justification'], 'business case'),
  },
  {
    id: 'GATE-74',
    stageModel: 'commissioning-cycle',
    stage: 'plan',
    sentence: 'Cost and benefit are stated: a figure, non-financial in words, or why they are to be confirmed.',
    find: costAndBenefitStated,
  },
  {
    id: 'GATE-75',
    stageModel: 'commissioning-cycle',
    stage: 'do',
    sentence: 'Every milestone is done or handed over to a named owner.',
    find: milestonesSettled,
  },
  {
    id: 'GATE-76',
    stageModel: 'commissioning-cycle',
    stage: 'review',
    sentence: 'Benefits are set against the plan: savings actuals are validated.',
    find: actualsValidated,
  },
  {
    id: 'GATE-77',
    stageModel: 'commissioning-cycle',
    stage: 'review',
    sentence: 'Lessons are recorded.',
    find: lessonsRecorded,
  },
];
