import { unknownIn } from '#domain/known-in-settings.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { stageNow, stagesOf } from '#schemas/stages.ts';
import { lesson } from './record.ts';

export const lessonRules = defineRules(lesson, {
  rules: [
    {
      id: 'LES-01',
      sentence: 'A lesson comes from a stage that the programme has.',
      breaches: ({ record: { stage }, programme }) =>
        unknownIn(
          '/stage',
          stage === undefined ? undefined : stageNow(programme, stage),
          stagesOf(programme.stageModel),
          'a stage',
        ),
    },
  ],
});
