import { defineRules } from '#domain/registers/define-rules.ts';
import { isStageOf } from '#schemas/stages.ts';
import { lesson } from './record.ts';

export const lessonRules = defineRules(lesson, {
  rules: [
    {
      id: 'LES-01',
      sentence: 'A lesson comes from a stage that the programme has.',
      breaches: ({ record: { stage }, programme }) =>
        stage === undefined || isStageOf(programme, stage)
          ? []
          : [{ pointer: '/stage', message: 'must be a stage of the programme' }],
    },
  ],
});
