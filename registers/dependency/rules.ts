import { defineRules } from '#domain/registers/define-rules.ts';
import { listed } from '#language/in-words.ts';
import { isStageOf, stagesOf } from '#schemas/stages.ts';
import { dependency } from './record.ts';

export const dependencyRules = defineRules(dependency, {
  rules: [
    {
      id: 'DEP-01',
      sentence: 'A dependency holds a stage that the programme has, of a review that waits for it.',
      breaches: ({ record: { direction, holdsStage }, programme, review }) =>
        holdsStage === undefined || (review !== null && direction === 'waits-for' && isStageOf(programme, holdsStage))
          ? []
          : [
              {
                pointer: '/holdsStage',
                message: `must be a stage of the programme, of a review that waits (elsewhere it is left out): ${listed(stagesOf(programme.stageModel).map(({ id }) => id))}`,
              },
            ],
    },
    {
      id: 'DEP-02',
      sentence: 'A dependency that is at risk, or no longer needed, says why.',
      breaches: ({ record: { status, statusWords } }) =>
        statusWords !== undefined || (status !== 'at-risk' && status !== 'no-longer-needed')
          ? []
          : [
              {
                pointer: '/statusWords',
                message: `must say why it is ${status === 'at-risk' ? 'at risk' : 'no longer needed'}`,
              },
            ],
    },
    {
      id: 'DEP-03',
      sentence: 'A dependency has the day on which it was closed only where it was met or is no longer needed.',
      breaches: ({ record: { status, closedOn } }) =>
        closedOn === undefined || status === 'met' || status === 'no-longer-needed'
          ? []
          : [{ pointer: '/closedOn', message: 'must be left out while it is open' }],
    },
  ],
});
