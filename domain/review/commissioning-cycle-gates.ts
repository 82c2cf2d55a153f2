import { counted, figureInWords, listed } from '#language/in-words.ts';
import { against, type GateRule, lacking, met } from './gate-rule.ts';
import { actualsValidated, approvedCase, lessonsRecorded, milestonesSettled } from './shared-findings.ts';

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
    find: ({ record: { costAndBenefit: stated } }) => {
      if (stated === undefined) return lacking('Nothing is recorded of cost and benefit.');
      const unstated = (['cost', 'benefit'] as const).filter((part) => stated[part].kind === 'not-stated');
      return unstated.length > 0
        ? against(`Not stated: ${listed(unstated)}.`)
        : met(`Cost ${figureInWords(stated.cost)}; benefit ${figureInWords(stated.benefit)}.`);
    },
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
